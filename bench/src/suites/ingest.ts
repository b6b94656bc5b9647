import { denseBodies, logBatchBodies, logMetricBodies } from "../bodies.ts";
import { type LoadResult, runLoad } from "../load.ts";
import type { Target } from "../targets/target.ts";

export interface IngestRow extends LoadResult {
  target: string;
  load: string;
  pointsPerSecond: number;
}

interface Load {
  name: string;
  path: string;
  points: number;
  body: (target: Target) => () => string;
  /** Only our own door speaks it. */
  isOwn?: boolean;
}

export const CLIENTS = 64;

const LOADS: Load[] = [
  {
    name: "log-batch, 1,000 metrics",
    path: "/api/2.0/mlflow/runs/log-batch",
    points: 1_000,
    body: (target) => logBatchBodies(cycle(target.runIds), 1_000),
  },
  {
    name: "log-metric, 1 metric",
    path: "/api/2.0/mlflow/runs/log-metric",
    points: 1,
    body: (target) => logMetricBodies(cycle(target.runIds)),
  },
  {
    name: "dense JSON, 50 keys × 1 step",
    path: "/api/ingest/team/main/runs",
    points: 50,
    body: () => denseBodies(50),
    isOwn: true,
  },
  {
    name: "dense JSON, 1,000 keys × 1 step",
    path: "/api/ingest/team/main/runs",
    points: 1_000,
    body: () => denseBodies(1_000),
    isOwn: true,
  },
];

/** Logs metrics from 64 clients through every door that takes them; authentication and validation included. */
export async function ingest(target: Target, seconds: number): Promise<IngestRow[]> {
  const rows: IngestRow[] = [];
  for (const load of LOADS) {
    if (load.isOwn === true && target.name !== "assay") continue;
    const path = load.isOwn === true ? `${load.path}/${target.runIds[0]}/metrics` : load.path;
    const { url, headers } = target;
    const result = await runLoad({ url: url + path, headers, body: load.body(target), clients: CLIENTS, seconds });
    rows.push({
      target: target.name,
      load: load.name,
      ...result,
      pointsPerSecond: result.requestsPerSecond * load.points,
    });
  }
  return rows;
}

function cycle(ids: readonly string[]): () => string {
  let next = 0;
  return () => ids[next++ % ids.length] ?? "";
}
