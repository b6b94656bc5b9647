import { type Case, route } from "../case.ts";

const createExperiment = route("POST", "experiments/create", "inputs setup");
const createRun = route("POST", "runs/create", "inputs setup");
const createModel = route("POST", "logged-models", "inputs setup");
const logInputs = route("POST", "runs/log-inputs");
const outputs = route("POST", "runs/outputs");
const logModel = route("POST", "runs/log-model");
const logMetric = route("POST", "runs/log-metric", "inputs");
const getRun = route("GET", "runs/get", "inputs");
const getModel = route("GET", "logged-models", "inputs");

const NOBODY = "0".repeat(32);
const NO_MODEL = `m-${NOBODY}`;
const run = { run_id: "«inputs run»" };
/** Takes what one of the servers may accept by mistake, so that it is not met again. */
const junk = { run_id: "«inputs junk»" };
const dataset = { name: "iris", digest: "abc123", source_type: "local", source: '{"uri":"iris.csv"}' };
const full = { ...dataset, name: "full", schema: '{"a":"long"}', profile: '{"rows":150}' };
const context = (value: string) => ({ key: "mlflow.data.context", value });
const model = (fields: object) => ({ ...run, model_json: JSON.stringify(fields) });
const legacy = {
  artifact_path: "model",
  flavors: { python_function: { loader_module: "x" } },
  utc_time_created: "2026-01-01 00:00:00.000000",
  run_id: "«inputs run»",
};
const without = (name: string) => Object.fromEntries(Object.entries(legacy).filter(([key]) => key !== name));

export const inputCases: readonly Case[] = [
  createExperiment("an experiment", { name: "inputs" }, { keep: { inputs: "experiment_id" } }),
  createRun(
    "a run",
    { experiment_id: "«inputs»", run_name: "inputs", start_time: 1 },
    { keep: { "inputs run": "run.info.run_id" } },
  ),
  createRun(
    "a run for junk",
    { experiment_id: "«inputs»", run_name: "junk", start_time: 1 },
    { keep: { "inputs junk": "run.info.run_id" } },
  ),
  createRun(
    "a run for a profile",
    { experiment_id: "«inputs»", run_name: "profile", start_time: 1 },
    { keep: { "inputs profile": "run.info.run_id" } },
  ),
  createModel(
    "a model",
    { experiment_id: "«inputs»", name: "inputmodel", source_run_id: "«inputs run»" },
    { keep: { "inputs model": "model.info.model_id" } },
  ),
  logInputs("a dataset", { ...run, datasets: [{ dataset, tags: [context("train")] }] }),
  logInputs("the same again", { ...run, datasets: [{ dataset, tags: [context("train")] }] }),
  logInputs("with schema and profile", { ...run, datasets: [{ dataset: full, tags: [] }] }),
  logInputs("without tags", { ...run, datasets: [{ dataset: { ...dataset, name: "tagless" } }] }),
  logInputs("no datasets", run),
  logInputs("an empty list", { ...run, datasets: [] }),
  logInputs("a dataset without a name", { ...junk, datasets: [{ dataset: { ...dataset, name: undefined } }] }),
  logInputs("a dataset without a digest", { ...junk, datasets: [{ dataset: { ...dataset, digest: undefined } }] }),
  logInputs("a dataset without a source", { ...junk, datasets: [{ dataset: { ...dataset, source: undefined } }] }),
  logInputs("a dataset without a source type", {
    ...junk,
    datasets: [{ dataset: { name: "a", digest: "b", source: "" } }],
  }),
  logInputs("no dataset in an input", { ...junk, datasets: [{ tags: [context("train")] }] }),
  logInputs("a name of 501 characters", { ...junk, datasets: [{ dataset: { ...dataset, name: "n".repeat(501) } }] }),
  logInputs("a digest of 37 characters", { ...junk, datasets: [{ dataset: { ...dataset, digest: "d".repeat(37) } }] }),
  logInputs("a tag without a key", { ...junk, datasets: [{ dataset, tags: [{ value: "x" }] }] }),
  logInputs("a tag key of 255 characters", {
    ...run,
    datasets: [{ dataset: { ...dataset, name: "keyed" }, tags: [{ key: "k".repeat(255), value: "" }] }],
  }),
  logInputs("a context of 500 characters", {
    ...run,
    datasets: [{ dataset: { ...dataset, name: "long context" }, tags: [context("c".repeat(500))] }],
  }),
  logInputs("a profile of 3,000,000 characters", {
    run_id: "«inputs profile»",
    datasets: [{ dataset: { ...dataset, name: "profiled", profile: "p".repeat(3_000_000) } }],
  }),
  logInputs("a schema of 1,048,576 characters", {
    ...junk,
    datasets: [{ dataset: { ...dataset, name: "schemed", schema: "s".repeat(1_048_576) } }],
  }),
  logInputs("a source of 65,536 characters", {
    ...junk,
    datasets: [{ dataset: { ...dataset, name: "sourced", source: "s".repeat(65_536) } }],
  }),
  logInputs("1,001 datasets", { ...junk, datasets: Array.from({ length: 1_001 }, () => ({ dataset })) }),
  logInputs("a tag key of 256 characters", {
    ...junk,
    datasets: [{ dataset, tags: [{ key: "k".repeat(256), value: "" }] }],
  }),
  logInputs("a tag value of 501 characters", { ...junk, datasets: [{ dataset, tags: [context("v".repeat(501))] }] }),
  logInputs("datasets that are no list", { ...junk, datasets: "iris" }),
  logInputs("no run", { datasets: [{ dataset }] }),
  logInputs("a run nobody has", { run_id: NOBODY, datasets: [{ dataset }] }),
  logInputs("a model", { ...run, models: [{ model_id: "«inputs model»" }] }),
  logInputs("a model nobody has", { ...junk, models: [{ model_id: NO_MODEL }] }),
  logInputs("models that are no list", { ...junk, models: "x" }),
  getRun("with its inputs", run),
  outputs("a model", { ...run, models: [{ model_id: "«inputs model»", step: 3 }] }),
  outputs("the same again", { ...run, models: [{ model_id: "«inputs model»", step: 3 }] }),
  outputs("no models", run),
  outputs("an empty list", { ...run, models: [] }),
  outputs("a model nobody has", { ...junk, models: [{ model_id: NO_MODEL, step: 0 }] }),
  outputs("a model without an id", { ...junk, models: [{ step: 1 }] }),
  outputs("a word as step", { ...junk, models: [{ model_id: "«inputs model»", step: "first" }] }),
  outputs("no run", { models: [{ model_id: "«inputs model»", step: 0 }] }),
  outputs("a run nobody has", { run_id: NOBODY, models: [{ model_id: "«inputs model»", step: 0 }] }),
  getRun("with its outputs", run),
  logMetric("for a model and a dataset", {
    ...run,
    key: "acc",
    value: 0.5,
    timestamp: 5,
    step: 1,
    model_id: "«inputs model»",
    dataset_name: "iris",
    dataset_digest: "abc123",
  }),
  logMetric("for a model nobody has", { ...run, key: "lost", value: 1, timestamp: 5, model_id: NO_MODEL }),
  getRun("after metrics of models", run),
  getModel("the model's metrics", {}, { at: "/«inputs model»" }),
  logModel("a model", model(legacy)),
  logModel("another", model({ ...legacy, artifact_path: "other" })),
  logModel("no JSON", { ...run, model_json: "not json" }),
  logModel("an empty text", { ...run, model_json: "" }),
  logModel("nothing", run),
  logModel("no run", { model_json: JSON.stringify(legacy) }),
  logModel("a run nobody has", { run_id: NOBODY, model_json: JSON.stringify(legacy) }),
  ...["artifact_path", "flavors", "utc_time_created", "run_id"].map((name) =>
    logModel(`without ${name}`, model(without(name))),
  ),
  getRun("with its models", run),
];
