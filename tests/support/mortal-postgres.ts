import { type EmbeddedPostgres, startEmbeddedPostgres } from "@assay/db/embedded";
import { migrate } from "@assay/db/migrate";
import pg from "pg";
import { childProcesses, isRunning } from "./child-processes.ts";
import { migrationsDir } from "./repository.ts";
import { TcpProxy } from "./tcp-proxy.ts";
import { waitFor } from "./wait-for.ts";

/** A PostgreSQL with full durability that can be killed as by a power cut and comes back at the same address. */
export class MortalPostgres {
  private readonly dataDir: string;
  private readonly proxy: TcpProxy;
  private server: EmbeddedPostgres;

  private constructor(dataDir: string, server: EmbeddedPostgres, proxy: TcpProxy) {
    this.dataDir = dataDir;
    this.server = server;
    this.proxy = proxy;
  }

  /** Starts it in a new directory, with the product's tables. */
  static async start(dataDir: string): Promise<MortalPostgres> {
    const server = await startEmbeddedPostgres({ dataDir });
    await migrate({ url: server.url, migrationsDir });
    return new MortalPostgres(dataDir, server, await TcpProxy.start(Number(new URL(server.url).port)));
  }

  /** The same through every life. */
  get url(): string {
    return Object.assign(new URL(this.server.url), { port: String(this.proxy.port) }).href;
  }

  /** Resolves when the server ends for whatever reason. */
  get ended(): Promise<unknown> {
    return this.server.exited;
  }

  async sql<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** Kills every process of it at once: what was in their memory only is gone. */
  async kill(): Promise<void> {
    const { pid } = this.server;
    // Held, it starts nobody new while the others are counted.
    process.kill(pid, "SIGSTOP");
    const all = [...childProcesses(pid), pid];
    for (const one of all) kill(one);
    // Until the last is gone their shared memory is in use, and no other may start.
    await waitFor(() => !all.some(isRunning));
  }

  /** Starts it again on what the disk has, be it that it was killed or ended by itself. */
  async restart(): Promise<void> {
    await this.server.stop();
    this.server = await startEmbeddedPostgres({ dataDir: this.dataDir });
    this.proxy.target = Number(new URL(this.server.url).port);
  }

  async stop(): Promise<void> {
    await this.proxy.stop();
    await this.server.stop();
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended a moment before.
  }
}
