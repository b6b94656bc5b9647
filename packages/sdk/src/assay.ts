import { randomBytes } from "node:crypto";
import { type CreateRunInput, RunId } from "@assay/contract";
import type { ApiClient } from "./api-client.ts";
import { readEnvironment, readSource } from "./code-state.ts";
import { Connection } from "./connection.ts";
import { Models } from "./models.ts";
import { type AssayOptions, resolveOptions } from "./options.ts";
import { RunHandle } from "./run-handle.ts";
import type { TelemetryOptions } from "./run-telemetry.ts";
import { Runs } from "./runs.ts";

export type NewRun = Partial<Omit<CreateRunInput, "workspace" | "project" | "id" | "params">> &
  TelemetryOptions & {
    params?: Record<string, string | number | boolean>;
  };

/**
 * A client of one Assay project.
 *
 * ```ts
 * const assay = new Assay();                        // ASSAY_URL and ASSAY_TOKEN
 * const run = await assay.createRun({ experiment: "digits", params: { lr: 0.01 } });
 * run.log({ loss: 0.3, "val/acc": 0.91 });
 * await run.finish();
 * ```
 */
export class Assay {
  readonly runs: Runs;
  readonly models: Models;
  private readonly connection: Connection;

  constructor(options: AssayOptions = {}) {
    this.connection = new Connection(resolveOptions(options, process.env));
    this.runs = new Runs(this.connection);
    this.models = new Models(this.connection);
  }

  /**
   * The whole API, typed from the server's router.
   * @internal
   */
  get api(): ApiClient {
    return this.connection.api;
  }

  /** The project all calls are about. */
  scope(): Promise<{ workspace: string; project: string }> {
    return this.connection.scope();
  }

  /** Starts a run. Code state and environment are read from git and the process unless given. */
  async createRun({ captureConsole, systemMetrics, ...input }: NewRun = {}): Promise<RunHandle> {
    const id = RunId.parse(uuidV7());
    const params = Object.fromEntries(Object.entries(input.params ?? {}).map(([key, value]) => [key, String(value)]));
    const source = input.source ?? (await readSource(process.cwd(), process.argv));
    const environment = input.environment ?? readEnvironment();
    const fields = { ...input, id, params, source, environment };
    const scope = await this.connection.scope();
    // The id is made here, so a repeated request makes one run.
    const run = await this.connection.call((api) => api.run.create.mutate({ ...scope, ...fields }));
    return new RunHandle(this.connection, run, scope, { captureConsole, systemMetrics });
  }
}

/** A UUIDv7 (RFC 9562 §5.7) as 32 hex digits: 48 bits of milliseconds, then random bits. */
function uuidV7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex");
}
