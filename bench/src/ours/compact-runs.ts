import type { RunId } from "@assay/contract";
import type { MetricStore } from "@assay/db";

const RUNS_AT_ONCE = 200;

/** Brings runs to the state they are kept in at rest, as the worker would. */
export async function compactRuns(store: MetricStore, runIds: readonly RunId[]): Promise<void> {
  for (let at = 0; at < runIds.length; at += RUNS_AT_ONCE) await store.summarize(runIds.slice(at, at + RUNS_AT_ONCE));
}
