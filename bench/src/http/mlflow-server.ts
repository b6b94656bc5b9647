import { execFileSync, spawn } from "node:child_process";
import { mkdir, open, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { stopChild } from "../process/child.ts";
import { createRuns } from "./post-json.ts";
import type { Target } from "./target.ts";

const READY_WITHIN_MS = 120_000;

/** Starts a real `mlflow server` with its default workers on the same PostgreSQL. */
export async function startMlflow(python: string, databaseUrl: string, dataDir: string, runs: number): Promise<Target> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const version = execFileSync(python, ["-c", "import mlflow; print(mlflow.__version__)"], { encoding: "utf8" }).trim();
  const args = [
    "-m",
    "mlflow",
    "server",
    "--backend-store-uri",
    databaseUrl.replace(/^postgres(ql)?:/, "postgresql+psycopg2:"),
  ];
  args.push("--artifacts-destination", dataDir, "--host", "127.0.0.1", "--port", String(port));
  const logFile = path.join(dataDir, "mlflow.log");
  await mkdir(dataDir, { recursive: true });
  const log = await open(logFile, "w");
  const server = spawn(python, args, { stdio: ["ignore", log.fd, log.fd], detached: true });
  await log.close();
  await untilHealthy(`${url}/health`, logFile);
  return {
    name: `mlflow server ${version}`,
    url,
    isPeer: true,
    headers: { "content-type": "application/json" },
    runIds: await createRuns(url, {}, runs),
    // Its workers are children of their own: the whole group goes.
    stop: async () => {
      if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
      await stopChild(server);
    },
  };
}

async function untilHealthy(url: string, logFile: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const tail = (await readFile(logFile, "utf8")).slice(-2_000);
  throw new Error(`mlflow server did not come up:\n${tail}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
