/** Told what the store does, for whoever counts it. Called on the hot path: it must not throw or wait. */
export interface MetricObserver {
  /** So many points of new batches are durable, or will be when the caller's transaction commits. */
  accepted(points: number): void;
  /** One commit wrote so many batches. */
  flushed(batches: number, seconds: number): void;
  /** One transaction moved so many points of a run into chunks. */
  compacted(points: number, seconds: number): void;
}

export const NO_OBSERVER: MetricObserver = {
  accepted: () => undefined,
  flushed: () => undefined,
  compacted: () => undefined,
};
