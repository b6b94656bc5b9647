import type { RunId } from "@assay/contract";
import type { MetricStore } from "@assay/db";

/** Brings runs to the state they are kept in after their end, as the worker would. */
export async function compactRuns(store: MetricStore, runIds: readonly RunId[]): Promise<void> {
  for (const runId of runIds) await store.settle(runId);
}
