export interface Hover {
  runId: string | null;
  /** Where the pointer is on the x axis; null when it is over no plot. */
  x: number | null;
}

export interface HoverLink {
  get: () => Hover;
  set: (hover: Hover) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Lets panels light up the same run and the same place on the x axis together. */
export function createHoverLink(): HoverLink {
  let current: Hover = { runId: null, x: null };
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (hover) => {
      if (hover.runId === current.runId && hover.x === current.x) return;
      current = hover;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
