import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { startNode } from "./child.ts";
import { root } from "./repository.ts";
import { waitFor } from "./wait-for.ts";

export interface LaunchedHouse {
  url: string;
  /** The one-time link that the first start prints. */
  signInLink: string;
  /** The API token that the first start prints for scripts. */
  token: string;
  stop(): Promise<void>;
}

/** Starts everything as `npm start` does, with a data directory of its own, and reads what it prints. */
export async function launchHouse(settings: Record<string, string> = {}): Promise<LaunchedHouse> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "assay-e2e-"));
  const port = await freePort();
  const args = [path.join(root, "scripts/launch.mjs"), "--port", String(port), "--data-dir", dataDir];
  const child = startNode({ args, env: { ...process.env, DATABASE_URL: "", ...settings } });
  const printed = await waitFor(
    () => {
      if (child.process.exitCode !== null) throw new Error(child.output());
      return /Ctrl-C stops everything/.test(child.output()) && child.output();
    },
    { timeoutMs: 60_000 },
  );
  return {
    url: `http://127.0.0.1:${port}`,
    signInLink: find(printed, /http:\S+\/setup\?token=\S+/),
    token: find(printed, /(?<=MLFLOW_TRACKING_TOKEN=)\S+/),
    async stop() {
      child.process.kill("SIGTERM");
      await child.exited;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function find(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[0];
  if (found === undefined) throw new Error(`The start did not print ${pattern}:\n${text}`);
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}
