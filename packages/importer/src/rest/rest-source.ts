import { UnreadableError } from "../files/file-reader.ts";
import type {
  MlflowSource,
  SourceExperiment,
  SourceLoggedModel,
  SourceModel,
  SourcePoints,
  SourceRun,
  SourceVersion,
} from "../source/mlflow-source.ts";
import { RefusedError, RestClient, type RestOptions } from "./rest-client.ts";
import { restFiles } from "./rest-files.ts";
import { toLoggedModel, toRun } from "./to-source.ts";
import { ExperimentPage, HistoryPage, LoggedModelPage, ModelPage, RunAnswer, RunPage, VersionPage } from "./wire.ts";

const API = "/api/2.0/mlflow";
const PAGE_SIZE = 1_000;
const LOGGED_MODEL_PAGE_SIZE = 50;
const POINT_PAGE_SIZE = 25_000;
/** Histories asked for at once: each is a request of its own. */
const HISTORIES_AT_ONCE = 8;
/** Each of MLflow's four workers answers one request at a time, more or less. */
const RUNS_AT_ONCE = 4;

interface Page {
  next_page_token: string;
}

/** Reads a running MLflow server. */
export function openRestSource(options: RestOptions): MlflowSource {
  const client = new RestClient(options);
  return {
    name: nameOf(client.url, options.workspace),
    runsAtOnce: RUNS_AT_ONCE,
    files: restFiles(client),
    experiments: () => readExperiments(client),
    runs: (experiment) => readRuns(client, experiment),
    points: (run) => readPoints(client, run),
    loggedModels: (experiment) => readLoggedModels(client, experiment),
    registeredModels: () => readModels(client),
    versions: (model) => readVersions(client, model),
    leftovers: async () => [],
    close: async () => undefined,
  };
}

/** An address may carry a password, which is nobody's business. */
function nameOf(address: string, workspace: string | undefined): string {
  const url = new URL(address);
  url.username = "";
  url.password = "";
  return `${url.href.replace(/\/+$/, "")}${workspace === undefined ? "" : ` (workspace ${workspace})`}`;
}

async function* pages<P extends Page>(read: (token: { page_token?: string }) => Promise<P>): AsyncGenerator<P> {
  for (let token = ""; ; ) {
    const page = await read(token === "" ? {} : { page_token: token });
    yield page;
    token = page.next_page_token;
    if (token === "") return;
  }
}

async function* readExperiments(client: RestClient): AsyncGenerator<SourceExperiment> {
  const body = { max_results: PAGE_SIZE, view_type: "ALL", order_by: ["creation_time ASC"] };
  const found = pages(async (token) =>
    ExperimentPage.parse(await client.post(`${API}/experiments/search`, { ...body, ...token })),
  );
  for await (const { experiments } of found) {
    for (const one of experiments) {
      yield {
        id: one.experiment_id,
        name: one.name,
        isDeleted: one.lifecycle_stage === "deleted",
        createdAtMs: one.creation_time,
        updatedAtMs: one.last_update_time,
        tags: one.tags,
      };
    }
  }
}

async function* readRuns(client: RestClient, { id }: SourceExperiment): AsyncGenerator<SourceRun> {
  const order_by = ["attributes.start_time ASC"];
  const body = { experiment_ids: [id], run_view_type: "ALL", max_results: PAGE_SIZE, order_by };
  const found = pages(async (token) => RunPage.parse(await client.post(`${API}/runs/search`, { ...body, ...token })));
  for await (const { runs } of found) {
    for (const { info } of runs) {
      // A search leaves out the models that a run read.
      const run_id = info.run_id ?? info.run_uuid ?? "";
      yield toRun(RunAnswer.parse(await client.get(`${API}/runs/get`, { run_id, run_uuid: run_id })).run);
    }
  }
}

async function* readPoints(client: RestClient, run: SourceRun): AsyncGenerator<SourcePoints> {
  for (let at = 0; at < run.metrics.length; at += HISTORIES_AT_ONCE) {
    const keys = run.metrics.slice(at, at + HISTORIES_AT_ONCE).map(({ key }) => key);
    const first = await Promise.all(keys.map((key) => readHistory(client, run.id, key, "")));
    for (const [index, key] of keys.entries()) {
      for (let page = first[index]; page !== undefined; ) {
        yield page.points;
        page = page.token === "" ? undefined : await readHistory(client, run.id, key, page.token);
      }
    }
  }
}

async function readHistory(
  client: RestClient,
  runId: string,
  key: string,
  token: string,
): Promise<{ points: SourcePoints; token: string }> {
  const query = { run_id: runId, metric_key: key, max_results: String(POINT_PAGE_SIZE) };
  const asked = token === "" ? query : { ...query, page_token: token };
  const { metrics, next_page_token } = HistoryPage.parse(await client.get(`${API}/metrics/get-history`, asked));
  const points: SourcePoints = { key, steps: [], timesMs: [], values: [] };
  for (const { step, timestamp, value } of metrics) {
    points.steps.push(step);
    points.timesMs.push(timestamp);
    points.values.push(value);
  }
  return { points, token: next_page_token };
}

async function* readLoggedModels(client: RestClient, { id }: SourceExperiment): AsyncGenerator<SourceLoggedModel> {
  const body = { experiment_ids: [id], max_results: LOGGED_MODEL_PAGE_SIZE };
  const found = pages(async (token) =>
    LoggedModelPage.parse(await client.post(`${API}/logged-models/search`, { ...body, ...token })),
  );
  try {
    for await (const { models } of found) yield* models.map(toLoggedModel);
  } catch (error) {
    // Servers before 3.0 have none.
    if (!(error instanceof RefusedError) || (error.status !== 404 && error.status !== 405)) throw error;
  }
}

async function* readModels(client: RestClient): AsyncGenerator<SourceModel> {
  const found = pages(async (token) =>
    ModelPage.parse(await client.get(`${API}/registered-models/search`, { max_results: String(PAGE_SIZE), ...token })),
  );
  for await (const { registered_models } of found) {
    for (const { name, description, tags, aliases, ...times } of registered_models) {
      const { creation_timestamp: createdAtMs, last_updated_timestamp: updatedAtMs } = times;
      yield { name, description, tags, aliases, createdAtMs, updatedAtMs };
    }
  }
}

async function* readVersions(client: RestClient, { name }: SourceModel): AsyncGenerator<SourceVersion> {
  const quote = name.includes("'") ? '"' : "'";
  if (name.includes(quote)) throw new UnreadableError("a name with both kinds of quotes cannot be asked for");
  const query = { filter: `name=${quote}${name}${quote}`, max_results: String(PAGE_SIZE) };
  const found = pages(async (token) =>
    VersionPage.parse(await client.get(`${API}/model-versions/search`, { ...query, ...token })),
  );
  const versions: SourceVersion[] = [];
  for await (const { model_versions } of found) {
    for (const one of model_versions) {
      versions.push({
        name,
        number: one.version,
        description: one.description,
        user: one.user_id,
        stage: one.current_stage,
        source: one.source,
        storageLocation: "",
        runId: one.run_id,
        runLink: one.run_link,
        modelId: one.model_id,
        status: one.status,
        createdAtMs: one.creation_timestamp,
        updatedAtMs: one.last_updated_timestamp,
        tags: one.tags,
      });
    }
  }
  yield* versions.sort((a, b) => a.number - b.number);
}
