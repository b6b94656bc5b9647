import type { ArtifactFile, DatasetInput, FinalRunStatus, LoggedModel, Run } from "@assay/contract";
import { AssayError } from "./assay-error.ts";
import type { Connection } from "./connection.ts";
import { expandContent, type FileContent } from "./file-content.ts";
import { MetricBuffer } from "./metric-buffer.ts";
import { MetricWriter } from "./metric-writer.ts";
import { putFile, uploadPath } from "./put-file.ts";
import { retry } from "./retry.ts";
import { type LogLineOptions, RunTelemetry, type TelemetryOptions } from "./run-telemetry.ts";

const UPLOAD_PATIENCE_MS = 5 * 60_000;

export interface LogOptions {
  /** Any finite number. Default: one more than that of the call before, from 0. */
  step?: number;
  /** Epoch milliseconds. Default: now. */
  timeMs?: number;
}

export type DatasetDescription = Pick<DatasetInput, "name" | "digest"> &
  Partial<Pick<DatasetInput, "context" | "source" | "sourceType" | "tags" | "schema" | "profile">>;

/** A run under way. `log` never waits and never throws; everything else resolves when the server has stored it. */
export class RunHandle {
  readonly id: Run["id"];
  readonly name: string;
  /** The run's page in the browser. */
  readonly url: string;
  private readonly connection: Connection;
  private readonly buffer: MetricBuffer;
  private readonly telemetry: RunTelemetry;
  private nextStep = 0;

  constructor(
    connection: Connection,
    run: Run,
    scope: { workspace: string; project: string },
    options: TelemetryOptions = {},
  ) {
    this.connection = connection;
    this.id = run.id;
    this.name = run.name;
    const base = `${scope.workspace}/${scope.project}`;
    this.url = `${connection.options.url}/${base}/runs/${run.id}`;
    const { onError, maxWaitingPoints, wireFormat: format } = connection.options;
    const ingest = `/api/ingest/${base}/runs/${run.id}`;
    const post = (path: string, contentType: string, body: NonNullable<RequestInit["body"]>) =>
      connection.fetch(ingest + path, { method: "POST", headers: { "content-type": contentType }, body });
    const writer = new MetricWriter({
      format,
      post: ({ contentType, body }) => post("/metrics", contentType, body),
    });
    this.buffer = new MetricBuffer({ onError, maxWaitingPoints, send: (rows) => writer.send(rows) });
    this.telemetry = new RunTelemetry(options, {
      onError,
      logMetrics: (values, { step, timeMs }) => this.buffer.add({ step, timeMs, values }),
      async sendLines(batch) {
        await post("/logs", "application/json", JSON.stringify(batch));
      },
    });
  }

  /** Logs metric values at a step. Returns at once; what cannot be stored is told to `onError`. */
  log(values: Record<string, number>, { step = this.nextStep, timeMs = Date.now() }: LogOptions = {}): void {
    this.nextStep = step + 1;
    this.buffer.add({ step, timeMs, values });
  }

  /** Adds a line, or several, to the run's console output. Returns at once. */
  logLine(text: string, options: LogLineOptions = {}): void {
    this.telemetry.logLine(text, options);
  }

  /** Logs params. They are write-once: another value for a known key is refused. */
  async logParams(params: Record<string, string | number | boolean>): Promise<void> {
    const texts = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]));
    await this.connection.call((api, scope) => api.run.logParams.mutate({ ...scope, runId: this.id, params: texts }));
  }

  /** Sets tags, overwriting. */
  async setTags(tags: Record<string, string>): Promise<void> {
    await this.connection.call((api, scope) => api.run.setTags.mutate({ ...scope, runId: this.id, tags }));
  }

  /** Notes a dataset that the run read. */
  async logInput(dataset: DatasetDescription): Promise<void> {
    const datasets = [dataset];
    await this.connection.call((api, scope) => api.run.logInputs.mutate({ ...scope, runId: this.id, datasets }));
  }

  /** Stores a file of the run under `name`: bytes, text, or `{ file }` on disk. A folder on disk is stored whole. */
  async logArtifact(name: string, content: FileContent): Promise<ArtifactFile[]> {
    const scope = await this.connection.scope();
    return this.upload(`/api/artifacts/${scope.workspace}/${scope.project}/run/${this.id}`, name, content);
  }

  /** Stores a model: its files by path. Register it with `assay.models.register`. */
  async logModel(
    name: string,
    files: Record<string, FileContent>,
    details: { modelType?: string; params?: Record<string, string>; tags?: Record<string, string> } = {},
  ): Promise<LoggedModel> {
    const scope = await this.connection.scope();
    const model = await this.connection.callOnce((api) =>
      api.loggedModel.create.mutate({ ...scope, ...details, runId: this.id, name }),
    );
    const base = `/api/artifacts/${scope.workspace}/${scope.project}/logged-model/${model.id}`;
    for (const [file, content] of Object.entries(files)) await this.upload(base, file, content);
    return this.connection.call((api) => api.loggedModel.finalize.mutate({ ...scope, loggedModelId: model.id }));
  }

  /** Resolves true when everything logged so far is stored, false when that takes longer than the time given. */
  async flush({ timeoutMs = 60_000 } = {}): Promise<boolean> {
    const stored = await Promise.all([this.buffer.flush(timeoutMs), this.telemetry.flush(timeoutMs)]);
    return stored.every(Boolean);
  }

  /** Sends what waits and ends the run. Throws when points or lines are left that could not be stored in time. */
  async finish(status: FinalRunStatus = "finished", { timeoutMs = 60_000 } = {}): Promise<Run> {
    await this.telemetry.stop();
    const isStored = await this.flush({ timeoutMs });
    if (!isStored)
      throw new AssayError(
        "OFFLINE",
        `Not all points and lines of ${this.name} could be stored within ${timeoutMs} ms`,
      );
    return this.connection.call((api, scope) => api.run.finish.mutate({ ...scope, runId: this.id, status }));
  }

  private async upload(base: string, name: string, content: FileContent): Promise<ArtifactFile[]> {
    const files = await expandContent(name, content);
    return Promise.all(
      files.map((file) =>
        retry(() => putFile(this.connection, `${base}/${uploadPath(file.name)}`, file.content), {
          withinMs: UPLOAD_PATIENCE_MS,
        }),
      ),
    );
  }
}
