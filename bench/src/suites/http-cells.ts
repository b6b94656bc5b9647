import { type Bodies, denseBodies, logBatchBodies, logMetricBodies } from "../http/bodies.ts";
import { requestRate } from "../http/load.ts";
import { parseBatch } from "../http/parse-batch.ts";
import type { Target } from "../http/target.ts";
import { cpuRate } from "../measure/cpu-rate.ts";

const LOG_BATCH = "/api/2.0/mlflow/runs/log-batch";
const LOG_METRIC = "/api/2.0/mlflow/runs/log-metric";
/** 50 keys at 20 steps: MLflow's largest batch. */
const STEPS = 20;

/** Requests a second of each load, and what one core can parse of the same bodies. */
export function httpCells(seconds: number, clients: number) {
  const batch = logBatchBodies(STEPS);
  const metric = logMetricBodies();
  const dense = denseBodies(STEPS);
  const denseStep = denseBodies(1);
  // Bodies go on where the last pass ended: a point sent again would be no work.
  const sources = new Map<string, () => string>();
  const post = (
    { name, url, headers, runIds, isPeer }: Target,
    paths: string[],
    bodies: Bodies,
    cell: string,
  ): Promise<number> => {
    const id = `${name}/${cell}`;
    const body = sources.get(id) ?? bodies(runIds);
    sources.set(id, body);
    return requestRate({ url, paths, headers, body, clients, seconds, mayRefuse: isPeer });
  };
  const denseDoors = ({ runIds }: Target): string[] => runIds.map((id) => `/api/ingest/team/main/runs/${id}/metrics`);
  const body = batch(["0".repeat(32)])();
  const denseBody = dense([])();
  return {
    logBatch: (target: Target) => post(target, [LOG_BATCH], batch, "batch"),
    logMetric: (target: Target) => post(target, [LOG_METRIC], metric, "metric"),
    dense: (target: Target) => post(target, denseDoors(target), dense, "dense"),
    denseStep: (target: Target) => post(target, denseDoors(target), denseStep, "dense step"),
    parseBatch: async () => cpuRate(seconds / 3, () => parseBatch(body)),
    parseDense: async () => cpuRate(seconds / 3, () => JSON.parse(denseBody)),
  };
}
