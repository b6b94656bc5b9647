import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { it } from "vitest";
import type { TestHouse } from "../support/house.ts";

const run = promisify(execFile);
const python = process.env.ASSAY_TEST_PYTHON;

if (python === undefined) {
  const message = "ASSAY_TEST_PYTHON names no Python with tests/conformance/requirements.txt installed";
  if (process.env.CI !== undefined) throw new Error(`${message}; in CI nothing may be skipped`);
  console.warn(`SKIPPED: the tests with the real MLflow client. ${message}.`);
}

/** A test that needs the real MLflow client. */
export const itWithPython = it.skipIf(python === undefined);

/**
 * Runs a Python script whose only knowledge of the house are MLflow's own environment variables; answers what it
 * printed. A failing script fails the test with its last words.
 */
export async function runPython(house: TestHouse, script: string, env: Record<string, string> = {}): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), "assay-python-"));
  try {
    const { stdout } = await run(python ?? "python3", [script], {
      cwd: path.dirname(script),
      maxBuffer: 32 * 1024 * 1024,
      env: {
        NODE_ENV: "test",
        PATH: process.env.PATH ?? "",
        HOME: home,
        TMPDIR: home,
        MPLCONFIGDIR: home,
        PYTHONDONTWRITEBYTECODE: "1",
        PYTHONWARNINGS: "ignore",
        DO_NOT_TRACK: "true",
        GIT_PYTHON_REFRESH: "quiet",
        // A request that fails must fail the test at once and not after minutes of repeats.
        MLFLOW_HTTP_REQUEST_MAX_RETRIES: "0",
        MLFLOW_TRACKING_URI: house.url,
        MLFLOW_TRACKING_TOKEN: house.token,
        ...env,
      },
    });
    return stdout;
  } catch (error) {
    const stderr = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
    throw new Error(`${path.basename(script)} failed: ${stderr.slice(-3_000)}`, { cause: error });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
