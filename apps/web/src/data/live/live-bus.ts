import type { LiveEvent } from "@assay/contract";

type Watcher = (event: LiveEvent) => void;
type Listener = (events: readonly LiveEvent[]) => void;

export interface LiveBus {
  push: (event: LiveEvent) => void;
  /** Puts an event back for the next burst, without telling those who watch. */
  repeat: (event: LiveEvent) => void;
  /** Runs with each event as it comes. */
  watch: (watcher: Watcher) => () => void;
  /** Runs after each burst of events, at most once an interval. */
  subscribe: (listener: Listener) => () => void;
  stop: () => void;
}

const INTERVAL_MS = 400;

const keyOf = (event: LiveEvent) => `${event.kind}:${event.runId ?? ""}`;

/** Gathers events for a moment, so that a burst causes one refetch. */
export function createLiveBus(): LiveBus {
  const listeners = new Set<Listener>();
  const watchers = new Set<Watcher>();
  const pending = new Map<string, LiveEvent>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const events = [...pending.values()];
    pending.clear();
    for (const listener of listeners) listener(events);
  };
  const repeat = (event: LiveEvent) => {
    pending.set(keyOf(event), event);
    timer ??= setTimeout(flush, INTERVAL_MS);
  };
  return {
    push: (event) => {
      for (const watcher of watchers) watcher(event);
      repeat(event);
    },
    repeat,
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
