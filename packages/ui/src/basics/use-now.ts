import { useSyncExternalStore } from "react";

const TICK_MS = 30_000;

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}

const currentTick = () => Math.floor(Date.now() / TICK_MS) * TICK_MS;
const noTick = () => null;

/** The time to within half a minute; null while rendered on the server, whose clock is not the reader's. */
export function useNow(): number | null {
  return useSyncExternalStore(subscribe, currentTick, noTick);
}
