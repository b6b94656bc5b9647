import { Monitor, type MonitorStatus } from "@assay/prometheus";
import type { ServerCounters } from "./server-counters.ts";

/** The server's figures: what every process shows and what its doors count. */
export function createServerMonitor(counters: ServerCounters, status: () => Promise<MonitorStatus>): Monitor {
  const monitor = new Monitor(status);
  monitor.show(counters.ingestRequests, "assay_ingest_requests_total", "Requests that log points", ["door", "outcome"]);
  monitor.show(counters.rejectedIngest, "assay_ingest_rejected_total", "Of those the ones not taken, by error code", [
    "reason",
  ]);
  monitor.show(counters.refusedRequests, "assay_refused_requests_total", "All requests answered 429", ["door"]);
  return monitor;
}
