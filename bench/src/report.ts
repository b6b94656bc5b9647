import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { IngestRow } from "./suites/ingest.ts";
import type { Target } from "./targets/target.ts";

const RESULTS = path.resolve(import.meta.dirname, "../results");

export interface IngestReport {
  suite: "ingest";
  at: string;
  machine: { cpus: number; model: string; loadBefore: number[]; node: string };
  clients: number;
  secondsPerLoad: number;
  targets: Pick<Target, "name" | "version">[];
  rows: IngestRow[];
  /** Ours divided by the peer's, for loads that both took in this same run. */
  ratios: { load: string; requestsPerSecond: number; p99: number }[];
}

export const machine = (): IngestReport["machine"] => ({
  cpus: os.cpus().length,
  model: os.cpus()[0]?.model ?? "unknown",
  loadBefore: os.loadavg().map((load) => Math.round(load * 100) / 100),
  node: process.version,
});

export function ratios(rows: readonly IngestRow[]): IngestReport["ratios"] {
  return rows
    .filter((row) => row.target === "assay")
    .flatMap((ours) => {
      const peer = rows.find((row) => row.target !== "assay" && row.load === ours.load);
      if (peer === undefined) return [];
      return [
        {
          load: ours.load,
          requestsPerSecond: ours.requestsPerSecond / peer.requestsPerSecond,
          p99: ours.p99Ms / peer.p99Ms,
        },
      ];
    });
}

export function printReport(report: IngestReport): void {
  const { machine: where } = report;
  console.log(`\n${where.cpus} × ${where.model}, load ${where.loadBefore.join(" ")}, ${report.clients} clients`);
  const cells = (values: (string | number)[]) =>
    values.map((value, at) => (at === 0 ? String(value).padEnd(44) : String(value).padStart(12))).join("");
  console.log(cells(["", "requests/s", "points/s", "p50 ms", "p99 ms", "failures"]));
  for (const row of report.rows) {
    const { requestsPerSecond, pointsPerSecond, p50Ms, p99Ms, failures } = row;
    console.log(
      cells([`${row.target}: ${row.load}`, round(requestsPerSecond), round(pointsPerSecond), p50Ms, p99Ms, failures]),
    );
  }
  for (const ratio of report.ratios) {
    console.log(
      `assay / mlflow, ${ratio.load}: ${ratio.requestsPerSecond.toFixed(1)} × requests/s, p99 × ${ratio.p99.toFixed(3)}`,
    );
  }
}

/** Writes the report under bench/results, named after suite and time. */
export async function writeReport(report: IngestReport): Promise<string> {
  await mkdir(RESULTS, { recursive: true });
  const file = path.join(RESULTS, `${report.suite}-${report.at.slice(0, 19).replaceAll(":", "")}.json`);
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}

const round = (value: number): string => Math.round(value).toLocaleString("en-US");
