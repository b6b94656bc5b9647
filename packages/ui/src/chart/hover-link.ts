export interface Hover {
  /** The line's id: a run's or a group's. */
  lineId: string | null;
  /** Where the pointer is on the x axis; null when it is over no plot. */
  x: number | null;
}

export interface HoverLink {
  get: () => Hover;
  set: (hover: Hover) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Lets panels light up the same line and the same place on the x axis together. */
export function createHoverLink(): HoverLink {
  let current: Hover = { lineId: null, x: null };
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (hover) => {
      if (hover.lineId === current.lineId && hover.x === current.x) return;
      current = hover;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
