import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { type Child, startNode } from "./child.ts";
import { root } from "./repository.ts";
import { waitFor } from "./wait-for.ts";

const START_TIMEOUT_MS = 60_000;

/** A port nobody listens on now. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

export interface ServiceOptions {
  databaseUrl: string;
  dataDir: string;
}

const services = new Set<Child>();

/** Starts `apps/server` or `apps/worker` in a process of its own, as the launcher does, and waits until it is ready. */
async function startService(name: "server" | "worker", ready: string, env: Record<string, string>): Promise<Child> {
  const child = startNode({
    args: [path.join(root, "apps", name, "src", "main.ts")],
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: "production", LOG_LEVEL: "info" },
  });
  services.add(child);
  let hasEnded = false;
  void child.exited.then(() => {
    hasEnded = true;
    services.delete(child);
  });
  await waitFor(() => hasEnded || child.output().includes(ready), { timeoutMs: START_TIMEOUT_MS });
  if (hasEnded) throw new Error(`The ${name} ended before it was ready: ${child.output()}`);
  return child;
}

export const startWorkerProcess = (
  { databaseUrl, dataDir }: ServiceOptions,
  env: Record<string, string> = {},
): Promise<Child> =>
  startService("worker", '"taking jobs"', { DATABASE_URL: databaseUrl, ASSAY_DATA_DIR: dataDir, ...env });

export interface ServerOptions extends ServiceOptions {
  port: number;
  /** Where clients find it, when that is not its own port. */
  publicUrl?: string;
}

/** The API without web pages. */
export function startServerProcess(
  { databaseUrl, dataDir, port, publicUrl }: ServerOptions,
  env: Record<string, string> = {},
): Promise<Child> {
  return startService("server", '"listening"', {
    DATABASE_URL: databaseUrl,
    ASSAY_DATA_DIR: dataDir,
    HOST: "127.0.0.1",
    PORT: String(port),
    ASSAY_API_ONLY: "true",
    ...(publicUrl === undefined ? {} : { ASSAY_PUBLIC_URL: publicUrl }),
    ...env,
  });
}

/** Ends a process as a power cut would. */
export async function killHard(child: Child): Promise<void> {
  child.process.kill("SIGKILL");
  await child.exited;
}

/** Kills what a failed test left running. */
export async function killServices(): Promise<void> {
  await Promise.all([...services].map(killHard));
}

/** The API token that the first start of a server left in its data directory. */
export async function readTrackingToken(dataDir: string): Promise<string> {
  return (await readFile(path.join(dataDir, "tracking-token"), "utf8")).trim();
}
