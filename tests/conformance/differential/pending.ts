import type { Explanation } from "./explain.ts";

const REFUSAL = ["status", "error_code"] as const;
const TOLD = [...REFUSAL, "message"] as const;

/** Filters and orders: `mlflow/src/search`, `domain/filter`, `db/sql/{runs,entities}`. */
const FILTERS: readonly Explanation[] = [
  {
    cases: ["runs/search: `metrics`.*", "runs/search: params.'my key' = 'x y'", "runs/search: order by `metrics`.loss"],
    paths: REFUSAL,
    because: "Prefixes and keys may be quoted each on its own, by any quote.",
  },
  {
    cases: [
      "runs/search: `metrics.val loss` = 1",
      "runs/search: metrics.a/b = 1",
      "runs/search: order by Run Name DESC",
    ],
    paths: REFUSAL,
    because: "What MLflow does not take for a field is refused.",
  },
  {
    cases: [
      "runs/search: params.lr *",
      "runs/search: params.opt LIKE 5",
      "runs/search: params.opt NOT LIKE 'A%'",
      "runs/search: tags.team IN ('blue')",
      "runs/search: status I*",
      "runs/search: end_time IS NULL",
      "runs/search: dataset.name IS NULL",
      "runs/search: run_id IN (1)",
      "runs/search: metrics.loss < +1",
      "runs/search: metrics.loss <> 0.5",
      "runs/search: metrics.loss IS NULL",
      "experiments/search: a name that is null",
      "experiments/search: attributes as prefix",
      "logged-models/search: a tag that is null",
      "registered-models/search: by a time",
      "model-versions/search: by a time",
      "model-versions/search: by several sources",
    ],
    paths: REFUSAL,
    because: "Operators and values are those that MLflow has for the field.",
  },
  {
    cases: ["runs/search: * 'it''s'"],
    paths: ["body.runs"],
    because: "Doubled quotes are two quotes.",
  },
  {
    cases: ["runs/search: run_id IN ('«straw 0»',)", "runs/search: a list of 400 runs", "runs/search: twelve columns"],
    paths: REFUSAL,
    because: "A comma at the end, long lists and many columns are fine.",
  },
  {
    cases: ["runs/search: artifact_uri LIKE '%artifacts'"],
    paths: ["body.runs"],
    because: "Patterns are matched against the artifact URI as clients see it.",
  },
  {
    cases: [
      "*: .loss < 5",
      "*: params.opt = 'Adam",
      "*: params.`opt = 'Adam'",
      "registered-models/search: what is no filter",
    ],
    paths: ["message"],
    because: "Faults of syntax say Invalid clause(s) in filter string.",
  },
  {
    cases: ["runs/search: order by params.lr*"],
    paths: ["body.runs"],
    because: "Params are ordered as texts.",
  },
  {
    cases: [
      "*/search: *by a tag",
      "*/search: by a tag in an order",
      "logged-models/search: ordered by a param",
      "runs/search: order by dataset.name",
    ],
    paths: REFUSAL,
    because: "Orders are by what MLflow orders by.",
  },
  {
    cases: ["experiments/search: twice by the same"],
    paths: REFUSAL,
    because: "Here, the second order by one column is ignored.",
  },
  {
    cases: ["experiments/search: an id", "experiments/search: several ids"],
    paths: REFUSAL,
    because: "experiment_id is a text with = != LIKE IN.",
  },
];

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
export const PENDING: readonly Explanation[] = [...FILTERS, ...RUNS, ...REGISTRY, ...ARTIFACTS, ...HISTORY];
