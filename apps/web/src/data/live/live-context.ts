"use client";

import type { LiveEvent } from "@assay/contract";
import { createContext, useContext, useEffect, useRef } from "react";
import type { LiveBus } from "./live-bus.ts";

export interface LiveState {
  bus: LiveBus;
  isConnected: boolean;
  isPaused: boolean;
  setPaused: (isPaused: boolean) => void;
}

export const LiveContext = createContext<LiveState | null>(null);

/** The project's live connection. */
export function useLive(): LiveState {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("useLive is for screens inside a project");
  return live;
}

/** Calls back with each burst of live events. */
export function useLiveEvents(onEvents: (events: readonly LiveEvent[]) => void): void {
  const { bus } = useLive();
  const latest = useRef(onEvents);
  useEffect(() => {
    latest.current = onEvents;
  });
  useEffect(() => bus.subscribe((events) => latest.current(events)), [bus]);
}
