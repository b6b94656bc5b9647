import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@assay/db/embedded";
import { createDatabase } from "./create-database.ts";
import { type IngestReport, machine, printReport, ratios, writeReport } from "./report.ts";
import { CLIENTS, type IngestRow, ingest } from "./suites/ingest.ts";
import { startAssay } from "./targets/assay.ts";
import { startMlflow } from "./targets/mlflow.ts";
import type { Target } from "./targets/target.ts";

const HELP = `npm run bench -- ingest [--seconds 10] [--peer <python with mlflow and psycopg2>]

Suites: ingest. Without --peer (or ASSAY_BENCH_PYTHON) only our own figures are measured.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "10" },
    peer: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help || positionals.some((suite) => suite !== "ingest")) {
  console.log(HELP);
  process.exit(values.help ? 0 : 1);
}

const seconds = Number(values.seconds);
const python = values.peer ?? process.env.ASSAY_BENCH_PYTHON;
const dataDir = await mkdtemp(path.join(os.tmpdir(), "assay-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir });
const where = machine();
try {
  const starts: (() => Promise<Target>)[] = [
    async () => startAssay(await createDatabase(postgres.url, "bench_assay"), path.join(dataDir, "assay"), 16),
  ];
  if (python !== undefined) {
    starts.push(async () =>
      startMlflow(python, await createDatabase(postgres.url, "bench_mlflow"), path.join(dataDir, "mlflow"), 16),
    );
  }
  const rows: IngestRow[] = [];
  const targets: Pick<Target, "name" | "version">[] = [];
  // One after the other: both have the whole machine while they are measured.
  for (const start of starts) {
    const target = await start();
    targets.push({ name: target.name, version: target.version });
    rows.push(...(await ingest(target, seconds)));
    await target.stop();
  }
  const at = new Date().toISOString();
  const report: IngestReport = {
    suite: "ingest",
    at,
    machine: where,
    clients: CLIENTS,
    secondsPerLoad: seconds,
    targets,
    rows,
    ratios: ratios(rows),
  };
  printReport(report);
  console.log(`\nWritten to ${path.relative(process.cwd(), await writeReport(report))}`);
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
