import type { SystemStatus } from "@assay/contract";
import { afterEach, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { findFreePort, killHard, killServices, startWorkerProcess } from "../support/service-process.ts";
import { waitFor } from "../support/wait-for.ts";

const TOKEN = "a token for the scraper";
const open = useHouse({ metricsToken: TOKEN });
const DENSE = { keys: ["loss"], steps: [0, 1, 2], timesMs: [1, 2, 3], values: [[1], [2], [3]] };

afterEach(killServices);

/** Figures by name and labels, such as `assay_jobs{queue="run.settle",state="dead"}`. */
async function scrape(url: string, token = TOKEN): Promise<Map<string, number>> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  const lines = (await response.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]));
}

const ingest = (runId: string, body: object) =>
  open().fetch(`/api/ingest/team/main/runs/${runId}/metrics`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

it("serves figures to whoever has the token and nothing to everybody else", async () => {
  const house = open();
  expect((await house.fetch("/metrics", {}, TOKEN)).headers.get("content-type")).toContain("text/plain");
  expect((await house.fetch("/metrics", {}, `${TOKEN}!`)).status).toBe(404);
  expect((await house.fetch("/metrics")).status).toBe(404);
  expect((await house.fetch("/metrics", {}, null)).status).toBe(404);
});

it("counts points, requests by door and outcome, and refusals by reason", async () => {
  const house = open();
  const run = await house.client().createRun({ source: {} });
  const before = await scrape(`${house.url}/metrics`);
  expect((await ingest(run.id, DENSE)).status).toBe(200);
  expect((await ingest(run.id, { ...DENSE, values: [[1], ["x"], [3]] })).status).toBe(400);
  expect((await ingest("0".repeat(32), DENSE)).status).toBe(404);
  const mlflow = { method: "POST", headers: { "content-type": "application/json" } };
  const log = { run_id: run.id, key: "loss", value: 1, timestamp: 9, step: 9 };
  const target = "/api/2.0/mlflow/runs/log-metric";
  expect((await house.fetch(target, { ...mlflow, body: JSON.stringify(log) })).status).toBe(200);
  expect((await house.fetch(target, { ...mlflow, body: JSON.stringify({ ...log, step: "x" }) })).status).toBe(400);
  const after = await scrape(`${house.url}/metrics`);
  const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  expect(grown("assay_ingest_points_total")).toBe(4);
  expect(grown('assay_ingest_requests_total{door="ingest",outcome="accepted"}')).toBe(1);
  expect(grown('assay_ingest_requests_total{door="ingest",outcome="invalid"}')).toBe(2);
  expect(grown('assay_ingest_requests_total{door="mlflow",outcome="accepted"}')).toBe(1);
  expect(grown('assay_ingest_rejected_total{reason="INVALID_INPUT"}')).toBe(2);
  expect(grown('assay_ingest_rejected_total{reason="NOT_FOUND"}')).toBe(1);
  // The one for a run that is not there is refused by the statement that would have written it.
  expect(grown("assay_ingest_flush_seconds_count")).toBe(3);
  expect(grown("assay_flush_batches_sum")).toBe(3);
  // What is looked up in the database may be a second old.
  const fresh = await waitFor(async () => {
    const page = await scrape(`${house.url}/metrics`);
    return (page.get("assay_hot_points") ?? 0) >= 4 ? page : null;
  });
  expect(fresh.get("assay_compaction_lag_seconds")).toBeGreaterThan(0);
  expect(after.get("process_resident_memory_bytes")).toBeGreaterThan(0);
});

it("says what compaction made of the points", async () => {
  const house = open();
  const run = await house.client().createRun({ source: {} });
  expect((await ingest(run.id, DENSE)).status).toBe(200);
  const { metrics } = house.context();
  await metrics.settle(run.id);
  const { hot, chunks } = await freshStatus();
  expect(hot.points).toBe(4);
  expect(chunks).toMatchObject({ isEstimate: false, chunks: 1, points: 3, pointsPerChunk: 3 });
  expect(chunks.bytesPerPoint).toBeCloseTo((chunks.heapBytes + chunks.toastBytes + chunks.indexBytes) / 3);
  const page = await scrape(`${house.url}/metrics`);
  expect(page.get("assay_compacted_points_total")).toBe(3);
  expect(page.get("assay_compaction_seconds_count")).toBe(1);
  expect(page.get("assay_chunk_points_avg")).toBe(3);
});

/** Answers are kept for a second: asked anew until the chunk shows. */
async function freshStatus() {
  return waitFor(async () => {
    const status = await open().context().metrics.status();
    return status.chunks.chunks > 0 ? status : null;
  });
}

it("shows an admin the same figures, and gives dead jobs back to their queue", async () => {
  const house = open();
  const admin = house.caller(await house.person("Ada", "admin"));
  // A payload that no handler can read is put aside at once.
  await house.sql(`insert into pgboss.job (name, data, dead_letter)
    values ('lineage.rebuild', '{"runId": "../etc"}', 'lineage.rebuild.dead')`);
  const worker = await startWorkerProcess(house);
  const deadOf = (status: SystemStatus) => status.queues.find(({ name }) => name === "lineage.rebuild")?.dead;
  const status = await waitFor(async () => {
    const seen = await admin.system.status({ workspace: "team" });
    return deadOf(seen) === 1 ? seen : null;
  });
  await killHard(worker);
  expect(status.postgresVersion).toMatch(/^\d+\.\d+/);
  expect(status.process.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(status.metrics.hot.limitBytes).toBe(4 * 1024 ** 3);
  expect(status.queues.map(({ name }) => name)).toContain("metrics.compact");
  expect(await admin.system.retryDead({ workspace: "team", queue: "lineage.rebuild" })).toEqual({ retried: 1 });
  expect(deadOf(await admin.system.status({ workspace: "team" }))).toBe(0);
  const [audited] = (await admin.audit.list({ workspace: "team", limit: 1 })).items;
  expect(audited).toMatchObject({ action: "system.retryDead", details: { retried: 1 } });
});

it("refuses a queue that does not exist", async () => {
  const admin = open().caller(await open().person("Ada", "admin"));
  const retry = admin.system.retryDead({ workspace: "team", queue: "no.such" });
  await expect(retry).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("serves the worker's own figures on a port of its own", async () => {
  const house = open();
  const port = await findFreePort();
  await startWorkerProcess(house, { ASSAY_WORKER_METRICS_PORT: String(port), ASSAY_METRICS_TOKEN: TOKEN });
  const page = await scrape(`http://127.0.0.1:${port}/metrics`);
  expect(page.has("assay_compaction_seconds_count")).toBe(true);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
});
