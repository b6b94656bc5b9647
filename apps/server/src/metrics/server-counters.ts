import { isDomainError } from "@assay/contract";
import { LabelledCounter } from "@assay/prometheus";
import type { Context } from "hono";

/** What the server counts about its own work, for whoever watches over it. */
export interface ServerCounters {
  /** Requests answered 429, by door. */
  readonly refusedRequests: LabelledCounter;
  /** Requests that log points, by door and outcome. */
  readonly ingestRequests: LabelledCounter;
  /** Of those the ones that were not taken, by error code. */
  readonly rejectedIngest: LabelledCounter;
}

export const createServerCounters = (): ServerCounters => ({
  refusedRequests: new LabelledCounter(),
  ingestRequests: new LabelledCounter(),
  rejectedIngest: new LabelledCounter(),
});

/** Counts a request by how it was answered. */
export function countAnswer(counters: ServerCounters, c: Context): void {
  const { status } = c.res;
  const { path } = c.req;
  if (status === 429) counters.refusedRequests.add(doorOf(path));
  if (!LOGS_POINTS.test(path)) return;
  counters.ingestRequests.add(`${doorOf(path)} ${outcomeOf(status)}`);
  if (status >= 400) counters.rejectedIngest.add(isDomainError(c.error) ? c.error.code : `HTTP_${status}`);
}

const DOORS = { "/api/trpc/": "trpc", "/api/ingest/": "ingest", "/api/artifacts/": "artifact" };

/** The requests that training loops send again and again; what a run is made of besides is counted nowhere. */
const LOGS_POINTS = /\/runs\/([^/]+\/metrics|log-metric|log-batch)$|\bmetric\.log\b/;

/** The door that answers a path. */
function doorOf(path: string): string {
  return Object.entries(DOORS).find(([prefix]) => path.startsWith(prefix))?.[1] ?? "mlflow";
}

function outcomeOf(status: number): "accepted" | "refused" | "invalid" | "failed" {
  if (status < 400) return "accepted";
  if (status === 429) return "refused";
  return status < 500 ? "invalid" : "failed";
}
