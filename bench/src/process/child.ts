import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const READY_WITHIN_MS = 60_000;

interface Ready {
  kind: "ready";
  url: string;
  /** The server's, for its first person; null from the worker and once somebody is there. */
  signInLink: string | null;
  tracking: { token: string };
}

/** Starts the server or the worker as the launcher does, on that database, and waits until it is ready. */
export async function startApp(
  app: "server" | "worker",
  databaseUrl: string,
  dataDir: string,
  { hasPages = false } = {},
): Promise<{ child: ChildProcess; ready: Ready }> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    ASSAY_DATA_DIR: dataDir,
    ASSAY_API_ONLY: String(!hasPages),
    PORT: "0",
    LOG_LEVEL: "warn",
    // All load comes with one token: its limit is looked at, but not met.
    ASSAY_RATE_LIMIT_REQUESTS_PER_SECOND: "1000000",
  };
  const child = fork(path.join(ROOT, "apps", app, "src/main.ts"), {
    env,
    execArgv: ["--disable-warning=DeprecationWarning"],
  });
  return { child, ready: await readyMessage(child) };
}

function readyMessage(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the process was not ready in time")), READY_WITHIN_MS);
    child.once("message", (message: Ready | { kind: "failed"; message: string }) => {
      clearTimeout(timer);
      if (message.kind === "ready") resolve(message);
      else reject(new Error(message.message));
    });
    child.once("exit", () => reject(new Error("the process ended before it was ready")));
  });
}

/** Ends it and waits until it is gone. */
export function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
