/** How much each suite writes and reads. */
export interface Sizes {
  ingest: { clients: { few: number; many: number }; requestPoints: { small: number; batch: number; large: number } };
  series: { whole: number; long: number; buckets: number };
  chart: { runs: number; points: number; buckets: number };
  table: { runs: number; keys: number; pointsPerKey: number; searched: number; top: number };
  storage: { steps: number; tinyRuns: number; tinyKeys: number; tinyPoints: number };
  open: { points: number; keys: number };
  live: { runs: number; pointsPerSecond: number; charts: number; steps: number; buckets: number };
  mlflow: {
    clients: number;
    batches: readonly number[];
    /** Runs of the experiments that are searched, and how many a page holds. */
    runs: readonly number[];
    page: number;
    history: number;
    files: { smallMiB: number; largeMiB: number; hugeMiB: number };
  };
}

/** What the targets are stated for. */
export const FULL: Sizes = {
  ingest: { clients: { few: 8, many: 64 }, requestPoints: { small: 50, batch: 1_000, large: 10_000 } },
  series: { whole: 1_000_000, long: 10_000_000, buckets: 2_000 },
  chart: { runs: 100, points: 100_000, buckets: 2_000 },
  table: { runs: 500, keys: 200, pointsPerKey: 5, searched: 100_000, top: 50 },
  storage: { steps: 100_000, tinyRuns: 100, tinyKeys: 500, tinyPoints: 20 },
  open: { points: 10_000_000, keys: 20 },
  live: { runs: 64, pointsPerSecond: 1_000_000, charts: 20, steps: 10_000, buckets: 1_000 },
  mlflow: {
    clients: 16,
    batches: [10, 100, 1_000],
    runs: [1_000, 10_000, 100_000],
    page: 100,
    history: 100_000,
    files: { smallMiB: 1, largeMiB: 1_024, hugeMiB: 2_048 },
  },
};

/** Just enough to see that a suite works. */
export const TINY: Sizes = {
  ingest: { clients: { few: 2, many: 4 }, requestPoints: { small: 50, batch: 100, large: 1_000 } },
  series: { whole: 2_000, long: 5_000, buckets: 100 },
  chart: { runs: 3, points: 1_000, buckets: 100 },
  table: { runs: 5, keys: 10, pointsPerKey: 2, searched: 60, top: 10 },
  storage: { steps: 100, tinyRuns: 2, tinyKeys: 10, tinyPoints: 20 },
  open: { points: 10_000, keys: 5 },
  live: { runs: 4, pointsPerSecond: 20_000, charts: 5, steps: 200, buckets: 100 },
  mlflow: {
    clients: 2,
    batches: [10, 50, 100],
    runs: [40, 80],
    page: 5,
    history: 2_000,
    files: { smallMiB: 1, largeMiB: 2, hugeMiB: 4 },
  },
};
