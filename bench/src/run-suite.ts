import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Bench } from "./bench.ts";
import { machine, machineText } from "./report/machine.ts";
import { toRow } from "./report/row.ts";
import { rowsText } from "./report/row-text.ts";
import { writeReport } from "./report/write-report.ts";
import { SUITES } from "./suites/index.ts";

/** Measures one suite, prints its rows and writes its report. */
export async function runSuite(name: string, bench: Bench, out: string): Promise<void> {
  const suite = SUITES[name];
  if (suite === undefined) throw new Error(`there is no suite ${name}`);
  const where = machine(bench.postgres.version);
  const dataDir = path.join(bench.dataDir, name);
  await mkdir(dataDir, { recursive: true });
  console.log(`\n${name}: ${machineText(where)}`);
  const begin = Date.now();
  const rows = (await suite({ ...bench, dataDir })).map(toRow);
  const { seconds, passes } = bench;
  const report = { suite: name, at: new Date(begin).toISOString(), machine: where, seconds, passes, rows };
  const file = await writeReport(out, report);
  console.log(rowsText(rows));
  console.log(`${Math.round((Date.now() - begin) / 1_000)} s; written to ${path.relative(process.cwd(), file)}`);
}
