import type { ArtifactFile, DatasetInput, FinalRunStatus, LoggedModel, Run } from "@assay/contract";
import { AssayError } from "./assay-error.ts";
import type { Connection } from "./connection.ts";
import { expandContent, type FileContent } from "./file-content.ts";
import { MetricBuffer } from "./metric-buffer.ts";
import { MetricWriter } from "./metric-writer.ts";
import { putFile, uploadPath } from "./put-file.ts";
import { retry } from "./retry.ts";

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
  private nextStep = 0;

  constructor(connection: Connection, run: Run, scope: { workspace: string; project: string }) {
    this.connection = connection;
    this.id = run.id;
    this.name = run.name;
    const base = `${scope.workspace}/${scope.project}`;
    this.url = `${connection.options.url}/${base}/runs/${run.id}`;
    const { onError, maxWaitingPoints, wireFormat: format } = connection.options;
    const target = `/api/ingest/${base}/runs/${run.id}/metrics`;
    const writer = new MetricWriter({
      format,
      post: ({ contentType, body }) =>
        connection.fetch(target, { method: "POST", headers: { "content-type": contentType }, body }),
    });
    this.buffer = new MetricBuffer({ onError, maxWaitingPoints, send: (rows) => writer.send(rows) });
  }

  /** Logs metric values at a step. Returns at once; what cannot be stored is told to `onError`. */
  log(values: Record<string, number>, { step = this.nextStep, timeMs = Date.now() }: LogOptions = {}): void {
    this.nextStep = step + 1;
    this.buffer.add({ step, timeMs, values });
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
  flush({ timeoutMs = 60_000 } = {}): Promise<boolean> {
    return this.buffer.flush(timeoutMs);
  }

  /** Sends what waits and ends the run. Throws when points are left that could not be stored in time. */
  async finish(status: FinalRunStatus = "finished", { timeoutMs = 60_000 } = {}): Promise<Run> {
    const isStored = await this.flush({ timeoutMs });
    if (!isStored)
      throw new AssayError("OFFLINE", `Not all points of ${this.name} could be stored within ${timeoutMs} ms`);
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
