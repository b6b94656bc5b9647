interface PacedRefreshOptions {
  /** Brings what is shown of these runs up to date; returns those whose turn has to come again. */
  refresh: (runIds: ReadonlySet<string>) => Promise<Iterable<string>>;
  /** From the start of one refresh to the next, at the least. */
  intervalMs: number;
  /** While true nothing is fetched; what was noted waits for `resume`. */
  isPaused: () => boolean;
}

export interface PacedRefresh {
  note: (runId: string) => void;
  resume: () => void;
  stop: () => void;
}

/** Refreshes runs that were noted: the first at once, the next not before the last has been answered. */
export function pacedRefresh({ refresh, intervalMs, isPaused }: PacedRefreshOptions): PacedRefresh {
  const noted = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let isStopped = false;
  let nextAtMs = 0;
  const resume = () => {
    if (isBusy || isStopped || timer !== undefined || noted.size === 0 || isPaused()) return;
    timer = setTimeout(() => void run(), Math.max(0, nextAtMs - Date.now()));
  };
  const run = async () => {
    timer = undefined;
    isBusy = true;
    nextAtMs = Date.now() + intervalMs;
    const runIds = new Set(noted);
    noted.clear();
    for (const runId of await refresh(runIds)) noted.add(runId);
    isBusy = false;
    resume();
  };
  return {
    note: (runId) => {
      noted.add(runId);
      resume();
    },
    resume,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
