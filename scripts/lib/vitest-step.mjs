import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cleanEnvironment } from "./environment.mjs";
import { runStep } from "./run-step.mjs";

/** Counts from vitest's JSON report. A file that could not even be loaded is one failure; so is a crash without a report. */
function count({ file, isOk }) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    // Errors outside any test make vitest fail although no test did.
    failed: failed === 0 && !isOk ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs the vitest projects and counts their tests. */
export async function runVitest({ projects, isEverything, filters }) {
  const directory = mkdtempSync(path.join(tmpdir(), "assay-report-"));
  const file = path.join(directory, "report.json");
  const chosen = isEverything ? [] : projects.flatMap((name) => ["--project", name]);
  const isOk = await runStep({
    command: "vitest",
    args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...chosen, ...filters],
    env: cleanEnvironment({ TZ: "UTC" }),
  });
  const counts = count({ file, isOk });
  rmSync(directory, { recursive: true, force: true });
  return counts;
}
