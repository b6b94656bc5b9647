import { LabelledCounter } from "./labelled-counter.ts";

/** What the server counts about its own work, for whoever watches over it. */
export interface ServerCounters {
  /** Requests answered 429, by door. */
  readonly refusedRequests: LabelledCounter;
}

export const createServerCounters = (): ServerCounters => ({ refusedRequests: new LabelledCounter() });

const DOORS = { "/api/trpc/": "trpc", "/api/ingest/": "ingest", "/api/artifacts/": "artifact" };

/** The door that answers a path. */
export function doorOf(path: string): string {
  return Object.entries(DOORS).find(([prefix]) => path.startsWith(prefix))?.[1] ?? "mlflow";
}
