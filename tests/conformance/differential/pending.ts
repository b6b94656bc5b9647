import type { Explanation } from "./explain.ts";

const REFUSAL = ["status", "error_code"] as const;
const TOLD = [...REFUSAL, "message"] as const;

/** Runs: `services/{run,experiment,dataset}`, `db/repositories`. */
const RUNS: readonly Explanation[] = [
  {
    cases: ["*"],
    paths: ["body.run.outputs", "body.runs[].outputs"],
    mlflow: undefined,
    because: "A run without outputs has none: the field is left out.",
  },
  {
    cases: ["runs/create: a child of no*"],
    paths: REFUSAL,
    because: "mlflow.parentRunId is a plain tag; where it names no run, nothing is linked.",
  },
  {
    cases: ["runs/update: *", "runs/get: *"],
    paths: ["*.end_time", "*.status"],
    because: "end_time is what the request says, with or without a status; a status alone leaves it alone.",
  },
  {
    cases: ["inputs: with*", "inputs: after*"],
    paths: ["body.run.inputs.model_inputs", "body.run.data.metrics.lost 0"],
    because: "Model inputs are kept and shown; a metric for a model that is not there is not kept.",
  },
  {
    cases: ["inputs: with its models"],
    paths: ["*mlflow.log-model.history.value"],
    because: "The history is valid JSON, and the same model sent twice is in it once.",
  },
];

/** Logged models and the registry. */
const REGISTRY: readonly Explanation[] = [
  {
    cases: ["*"],
    paths: ["*description", "*run_link"],
    mlflow: "",
    assay: undefined,
    because: "A version's description and run_link are empty texts where nothing was given.",
  },
  {
    cases: ["model-versions/create: with everything", "model-versions/*"],
    paths: ["*run_link"],
    because: "run_link is kept and shown.",
  },
  {
    cases: ["logged-models/{id}/artifacts/*"],
    paths: TOLD,
    because: "The routes of a logged model's files are answered.",
  },
  {
    cases: ["logged-models/{id}*", "logged-models/search: *", "inputs: the model's metrics"],
    paths: ["*data.metrics*"],
    because: "A logged model shows every point of its metrics.",
  },
  {
    cases: ["logged-models/search: ordered by a metric*", "logged-models/search: the latest of a metric"],
    paths: ["body.models"],
    because: "Metrics are compared and ordered by the latest value.",
  },
  {
    cases: ["registered-models/create: a name of *"],
    paths: TOLD,
    because: "Names have up to 256 characters; MLflow on SQLite takes more.",
  },
  {
    cases: ["model-versions/create: a * source without its *"],
    paths: TOLD,
    because: "A source must be within the run or the model that the request names; without one it is refused.",
  },
  {
    cases: ["versions: the logged model says where it is registered"],
    paths: ["body.model.info.tags"],
    because: "Registering writes the tag mlflow.modelVersions on the logged model.",
  },
  {
    cases: ["model-versions/*", "versions: *"],
    paths: ["*aliases*"],
    because: "A stage is no alias.",
  },
  {
    cases: ["model-versions/create: a prompt's placeholder"],
    paths: REFUSAL,
    because: "Versions of prompts name a placeholder as source.",
  },
];

/** Artifacts. */
const ARTIFACTS: readonly Explanation[] = [
  {
    cases: ["PUT artifacts: a hash in its name", "artifacts/list: *", "GET artifacts?path: the root"],
    paths: [...TOLD, "body.files.a#b.txt"],
    because: "A hash in a path is refused: Invalid path.",
  },
  {
    cases: ["DELETE artifacts: what is not there"],
    paths: REFUSAL,
    because: "Deleting what is not there succeeds, so that a repeated delete does.",
  },
];

/** Histories of metrics. */
const HISTORY: readonly Explanation[] = [
  {
    cases: ["metrics/get-history-bulk-interval: *"],
    paths: ["body.metrics"],
    because: "Rows are sampled as 3.17 does, and ordered by step.",
  },
];

/** Differences that are still to be mended, each with the behaviour that is wanted. This list is to be empty. */
export const PENDING: readonly Explanation[] = [...RUNS, ...REGISTRY, ...ARTIFACTS, ...HISTORY];
