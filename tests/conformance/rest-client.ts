import { z } from "zod";
import type { TestHouse } from "../support/house.ts";

const pair = z.object({ key: z.string(), value: z.string() });
const point = z.object({
  key: z.string(),
  value: z.union([z.number(), z.string()]),
  timestamp: z.number(),
  step: z.number(),
});

export const WireRun = z.object({
  info: z.object({
    run_id: z.string(),
    run_name: z.string(),
    experiment_id: z.string(),
    status: z.string(),
    artifact_uri: z.string(),
    lifecycle_stage: z.string(),
    start_time: z.number(),
    end_time: z.number().optional(),
  }),
  data: z.object({
    metrics: z.array(point).default([]),
    params: z.array(pair).default([]),
    tags: z.array(pair).default([]),
  }),
  inputs: z.object({
    dataset_inputs: z
      .array(z.object({ tags: z.array(pair).default([]), dataset: z.object({ name: z.string(), digest: z.string() }) }))
      .default([]),
    model_inputs: z.array(z.object({ model_id: z.string() })).default([]),
  }),
  outputs: z.object({ model_outputs: z.array(z.object({ model_id: z.string(), step: z.number() })).default([]) }),
});
export type WireRun = z.infer<typeof WireRun>;

/** Calls the MLflow door without any client in between. */
export class RestClient {
  private readonly house: TestHouse;
  private readonly base: string;

  constructor(house: TestHouse, base = "/api/2.0/mlflow") {
    this.house = house;
    this.base = base;
  }

  async get<Schema extends z.ZodType>(
    schema: Schema,
    route: string,
    query: Record<string, string>,
  ): Promise<z.output<Schema>> {
    const response = await this.house.fetch(`${this.base}/${route}?${new URLSearchParams(query)}`);
    return schema.parse(await response.json());
  }

  async post<Schema extends z.ZodType>(schema: Schema, route: string, body: object): Promise<z.output<Schema>> {
    const headers = { "content-type": "application/json" };
    const response = await this.house.fetch(`${this.base}/${route}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return schema.parse(await response.json());
  }

  async experimentId(name: string): Promise<string> {
    const schema = z.object({ experiment: z.object({ experiment_id: z.string() }) });
    return (await this.get(schema, "experiments/get-by-name", { experiment_name: name })).experiment.experiment_id;
  }

  async runsOf(experiment: string, filter = ""): Promise<WireRun[]> {
    const schema = z.object({ runs: z.array(WireRun).default([]), next_page_token: z.undefined().optional() });
    const ids = [await this.experimentId(experiment)];
    return (await this.post(schema, "runs/search", { experiment_ids: ids, filter, max_results: 1_000 })).runs;
  }

  /** A key's whole history as `[step, value]`. */
  async history(runId: string, key: string): Promise<(readonly [number, number | string])[]> {
    const schema = z.object({ metrics: z.array(point).default([]) });
    const { metrics } = await this.get(schema, "metrics/get-history", { run_id: runId, metric_key: key });
    return metrics.map(({ step, value }) => [step, value] as const);
  }

  /** All files of a run, by path. */
  async files(runId: string, folder = ""): Promise<string[]> {
    const schema = z.object({ files: z.array(z.object({ path: z.string(), is_dir: z.boolean() })).default([]) });
    const { files } = await this.get(schema, "artifacts/list", { run_id: runId, path: folder });
    const nested = await Promise.all(files.map((file) => (file.is_dir ? this.files(runId, file.path) : [file.path])));
    return nested.flat().sort();
  }

  async file(runId: string, name: string): Promise<Buffer> {
    const response = await this.house.fetch(`/get-artifact?${new URLSearchParams({ run_id: runId, path: name })}`);
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  }
}

/** `{key, value}` pairs as an object. */
export const asRecord = (pairs: readonly { key: string; value: string }[]): Record<string, string> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
