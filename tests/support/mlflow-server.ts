import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import { findFreePort } from "./service-process.ts";
import { waitFor } from "./wait-for.ts";

const READY_WITHIN_MS = 120_000;

export interface MlflowServer {
  url: string;
  /** Of the process that leads its workers. */
  pid: number;
  version: string;
  stop(): Promise<void>;
}

export interface MlflowServerOptions {
  /** A Python that has MLflow. */
  python: string;
  /** Where it keeps what is tracked, as SQLAlchemy writes it. */
  backendStoreUri: string;
  /** Holds the artifacts and the server's log; made when missing. */
  dataDir: string;
  /** MLflow's own number unless given. */
  workers?: number;
  env?: Record<string, string>;
}

/** Starts a real `mlflow server` that serves artifacts too, and waits until it answers. */
export async function startMlflowServer(options: MlflowServerOptions): Promise<MlflowServer> {
  const { python, backendStoreUri, dataDir, workers, env = {} } = options;
  const version = execFileSync(python, ["-c", "import mlflow; print(mlflow.__version__)"], { encoding: "utf8" }).trim();
  const port = await findFreePort();
  const args = ["-m", "mlflow", "server", "--backend-store-uri", backendStoreUri, "--artifacts-destination", dataDir];
  args.push("--host", "127.0.0.1", "--port", String(port));
  if (workers !== undefined) args.push("--workers", String(workers));
  await mkdir(dataDir, { recursive: true });
  const logFile = path.join(dataDir, "mlflow.log");
  const log = await open(logFile, "w");
  const server = spawn(python, args, {
    stdio: ["ignore", log.fd, log.fd],
    // Its workers are children of their own: the whole group goes.
    detached: true,
    env: { ...process.env, ...env },
  });
  await log.close();
  const url = `http://127.0.0.1:${port}`;
  const stop = () => stopGroup(server);
  try {
    await waitFor(async () => hasEnded(server) || (await fetch(`${url}/health`)).ok, { timeoutMs: READY_WITHIN_MS });
    if (hasEnded(server)) throw new Error("it ended at once");
  } catch (error) {
    await stop();
    const tail = (await readFile(logFile, "utf8")).slice(-2_000);
    throw new Error(`mlflow server did not come up:\n${tail}`, { cause: error });
  }
  return { url, pid: server.pid ?? 0, version, stop };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

async function stopGroup(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || hasEnded(server)) return;
  const exited = once(server, "exit");
  process.kill(-server.pid, "SIGTERM");
  await exited;
}
