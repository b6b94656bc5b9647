import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { it } from "vitest";
import type { TestHouse } from "../support/house.ts";

const run = promisify(execFile);

function fromEnvironment(name: string, wanted: string): string | undefined {
  const value = process.env[name];
  if (value !== undefined) return value;
  const message = `${name} names no ${wanted}`;
  if (process.env.CI !== undefined) throw new Error(`${message}; in CI nothing may be skipped`);
  console.warn(`SKIPPED: tests with the real MLflow client. ${message}.`);
  return undefined;
}

const newest = fromEnvironment("ASSAY_TEST_PYTHON", "Python with tests/conformance/requirements.txt installed");

/** The Python with the newest client. */
export const PYTHON = newest;

/** A test that needs the real MLflow client. */
export const itWithPython = it.skipIf(newest === undefined);

/** The Pythons with older clients, `<version>=<path>` each, by version. */
export const olderPythons = (
  fromEnvironment("ASSAY_TEST_PYTHON_OLDER", "Pythons with the other requirements beside it (3.1=…,2.22=…)") ?? ""
)
  .split(",")
  .filter((entry) => entry !== "")
  .map((entry) => {
    const [version = "", python = ""] = entry.split("=");
    return { version, python };
  });

/**
 * Runs a Python script whose only knowledge of the house are MLflow's own environment variables; answers what it
 * printed. A failing script fails the test with its last words.
 */
export async function runPython(
  house: TestHouse,
  script: string,
  env: Record<string, string> = {},
  python = newest ?? "python3",
): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), "assay-python-"));
  try {
    const { stdout } = await run(python, [script], {
      cwd: path.dirname(script),
      maxBuffer: 32 * 1024 * 1024,
      env: {
        NODE_ENV: "test",
        PATH: process.env.PATH ?? "",
        HOME: home,
        TMPDIR: home,
        MPLCONFIGDIR: home,
        MPLBACKEND: "agg",
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
