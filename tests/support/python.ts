import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";

/** The Python that has the real MLflow client; made by .ci/run. */
export const PYTHON = process.env.ASSAY_TEST_PYTHON ?? "";
export const hasPython = existsSync(PYTHON);

export interface PythonScript {
  process: ChildProcessWithoutNullStreams;
  output(): string;
  /** Resolves with what it printed, or throws with it when it failed. */
  done: Promise<string>;
}

/** Runs a script that knows nothing of Assay but MLflow's two environment variables; with the newest client unless told. */
export function runPython(
  args: readonly string[],
  tracking: { url: string; token: string },
  python = PYTHON,
): PythonScript {
  const env = {
    ...process.env,
    MLFLOW_TRACKING_URI: tracking.url,
    MLFLOW_TRACKING_TOKEN: tracking.token,
    PYTHONUNBUFFERED: "1",
    PYTHONDONTWRITEBYTECODE: "1",
  };
  const child = spawn(python, [...args], { env });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  const done = once(child, "close").then(() => {
    if (child.exitCode !== 0) throw new Error(`${args.join(" ")} ended with ${child.exitCode}:\n${text}`);
    return text;
  });
  return { process: child, output: () => text, done };
}
