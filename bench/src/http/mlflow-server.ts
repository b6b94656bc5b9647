import { startMlflowServer } from "@assay/tests/mlflow-server";
import { createRuns } from "./post-json.ts";
import type { Target } from "./target.ts";

/** Starts a real `mlflow server` with its default workers on the same PostgreSQL. */
export async function startMlflow(python: string, databaseUrl: string, dataDir: string, runs: number): Promise<Target> {
  const backendStoreUri = databaseUrl.replace(/^postgres(ql)?:/, "postgresql+psycopg2:");
  const { url, pid, version, stop } = await startMlflowServer({ python, backendStoreUri, dataDir });
  return {
    name: `mlflow server ${version}`,
    url,
    pid,
    isPeer: true,
    headers: { "content-type": "application/json" },
    runIds: await createRuns(url, {}, runs),
    stop,
  };
}
