"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** This instance's own address, as the browser reached it; empty while rendered on the server. */
export function useOrigin(): string {
  return useSyncExternalStore(
    never,
    () => window.location.origin,
    () => "",
  );
}
