import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Machine } from "./machine.ts";
import type { Row } from "./row.ts";

export interface Report {
  suite: string;
  at: string;
  machine: Machine;
  seconds: number;
  passes: number;
  rows: Row[];
}

/** Writes a suite's report into a folder, named after suite and time. */
export async function writeReport(folder: string, report: Report): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${report.suite}-${report.at.slice(0, 19).replaceAll(":", "")}.json`);
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}
