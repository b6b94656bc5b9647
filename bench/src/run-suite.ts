import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Bench } from "./bench.ts";
import { machine, machineText } from "./report/machine.ts";
import { markdownTable } from "./report/markdown-table.ts";
import { toRow } from "./report/row.ts";
import { terminalTable } from "./report/terminal-table.ts";
import { writeReport } from "./report/write-report.ts";
import { SUITES } from "./suites/index.ts";

interface Output {
  /** Where the report goes. */
  folder: string;
  isMarkdown: boolean;
}

/** Measures one suite, prints its rows and writes its report. */
export async function runSuite(name: string, bench: Bench, { folder, isMarkdown }: Output): Promise<void> {
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
  const file = await writeReport(folder, report);
  console.log(isMarkdown ? markdownTable(rows) : terminalTable(rows));
  console.log(`${Math.round((Date.now() - begin) / 1_000)} s; written to ${path.relative(process.cwd(), file)}`);
}
