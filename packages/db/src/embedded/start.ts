import { setTimeout as delay } from "node:timers/promises";
import { connectionUrl, ensureDatabase } from "./connection.ts";
import { initCluster } from "./init-cluster.ts";
import { prepareNative } from "./native.ts";
import { clearOrphan } from "./orphan.ts";
import { takeOwnership } from "./owner-lock.ts";
import { place } from "./placement.ts";
import { type ServerExit, type ServerProcess, startServer } from "./server-process.ts";
import type { Durability } from "./settings.ts";

export type EmbeddedPostgresOptions = {
  /** Created when missing. Holds the password and, where the server can reach it, the data. */
  readonly dataDir: string;
  /** Where root keeps programs and data that the `postgres` user could not reach in place. Default `/var/lib/assay`. */
  readonly systemDir?: string;
  readonly onLog?: (line: string) => void;
  /** Default "full". "test" switches fsync off: never for data anyone wants to keep. */
  readonly durability?: Durability;
};

export type EmbeddedPostgres = {
  readonly url: string;
  readonly pid: number;
  /** The directory that holds the cluster: inside `dataDir`, or under `systemDir`. */
  readonly location: string;
  /** Settles when the server ends for whatever reason, also after `stop`. */
  readonly exited: Promise<ServerExit>;
  /** Clean shutdown; safe to call more than once. */
  stop(): Promise<void>;
};

const STOP_STEPS = [
  { signal: "SIGINT", waitMs: 30_000 },
  { signal: "SIGQUIT", waitMs: 10_000 },
  { signal: "SIGKILL", waitMs: 5_000 },
] as const;

async function stopServer(server: ServerProcess): Promise<void> {
  const ended = server.exited.then(() => true);
  for (const { signal, waitMs } of STOP_STEPS) {
    server.kill(signal);
    const timer = new AbortController();
    const gone = await Promise.race([ended, delay(waitMs, false, { signal: timer.signal }).catch(() => true)]);
    timer.abort();
    if (gone) return;
  }
}

/**
 * Starts PostgreSQL from the npm packages for one data directory and waits until it accepts connections.
 * Loopback only, on a free port, with a generated password. Whatever an earlier, killed run left is cleared first.
 * @throws DataDirectoryInUseError when a live process runs it already; EmbeddedPostgresError with a remedy otherwise.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, systemDir = "/var/lib/assay", onLog = () => undefined, durability = "full" } = options;
  const placement = await place({ dataDir, systemDir });
  const release = await takeOwnership({ location: placement.location, dataDir: placement.dataDir });
  try {
    await clearOrphan(placement.pgData);
    const native = await prepareNative({ runAs: placement.runAs, systemDir });
    await initCluster({ native, placement, durability, onLog });
    const server = await startServer({ native, placement, durability, onLog });
    // The last resort of a launcher that ends without calling stop: a signal is all there is time for.
    const onExit = () => server.kill("SIGINT");
    process.once("exit", onExit);
    let stopping: Promise<void> | undefined;
    const stop = () => {
      stopping ??= stopServer(server).finally(() => {
        process.removeListener("exit", onExit);
        return release();
      });
      return stopping;
    };
    const access = { port: server.port, password: placement.password };
    await ensureDatabase(access).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return { url: connectionUrl(access), pid: server.pid, location: placement.location, exited: server.exited, stop };
  } catch (error) {
    await release();
    throw error;
  }
}
