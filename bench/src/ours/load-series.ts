import type { ProjectId, RunId } from "@assay/contract";
import type { MetricStore } from "@assay/db";
import { type KeyColumns, sliceColumns } from "../data/columns.ts";
import { compactRuns } from "./compact-runs.ts";

const POINTS_PER_REQUEST = 20_000;
const RUNS_AT_ONCE = 8;

export interface RunSeries {
  runId: RunId;
  series: readonly KeyColumns[];
}

/** Logs whole series of runs, each key of a run equally long, and compacts them to what they are at rest. */
export async function loadSeries(store: MetricStore, projectId: ProjectId, runs: readonly RunSeries[]): Promise<void> {
  const waiting = [...runs];
  const client = async (): Promise<void> => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) await loadRun(store, projectId, run);
  };
  await Promise.all(Array.from({ length: RUNS_AT_ONCE }, client));
  await compactRuns(
    store,
    runs.map(({ runId }) => runId),
  );
}

async function loadRun(store: MetricStore, projectId: ProjectId, { runId, series }: RunSeries): Promise<void> {
  const steps = Math.max(...series.map((columns) => columns.steps.length));
  const stepsPerRequest = Math.max(1, Math.floor(POINTS_PER_REQUEST / series.length));
  for (let from = 0; from < steps; from += stepsPerRequest) {
    const part = series.map((columns) => sliceColumns(columns, from, from + stepsPerRequest));
    await store.append({ projectId, runId, series: part });
  }
}
