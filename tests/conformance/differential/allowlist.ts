import type { Explanation } from "./explain.ts";

/** Both what the answer says and the code in it. */
const REFUSAL = ["status", "error_code"] as const;

/** Of the protocol as such. */
const WIRE: readonly Explanation[] = [
  {
    cases: ["*"],
    paths: ["body.run.info.user_id", "body.run_info.user_id"],
    mlflow: "",
    because: "Where nobody named a user we say whose token it was, and MLflow nothing.",
  },
  {
    cases: ["*"],
    paths: ["*model_version.user_id", "*model_versions[].user_id", "*latest_versions.*.user_id"],
    mlflow: undefined,
    because: "We say who registered a version; MLflow has no users and leaves it out.",
  },
  {
    cases: ["*"],
    paths: ["*data.metrics.*.value"],
    mlflow: Number.MAX_VALUE,
    assay: "Infinity",
    because: "What was logged comes back: MLflow's database turns infinity into the largest double.",
  },
  {
    cases: ["*"],
    paths: ["*data.metrics.*.value"],
    mlflow: -Number.MAX_VALUE,
    assay: "-Infinity",
    because: "What was logged comes back: MLflow's database turns negative infinity into the smallest double.",
  },
  {
    cases: ["*"],
    paths: ["*models[].data.metrics.*.value", "*model.data.metrics.*.value"],
    mlflow: 0,
    assay: "NaN",
    because: "What was logged comes back: MLflow forgets that a logged model's metric was NaN.",
  },
  {
    cases: ["*"],
    paths: ["body.experiment.workspace", "body.experiments[].workspace"],
    assay: undefined,
    because: "A project is in the address or in the workspace header, not in the experiments it holds.",
  },
  {
    cases: ["wire: version"],
    paths: ["body.contentType"],
    because: "A plain text is called one; MLflow calls it HTML.",
  },
  {
    cases: ["wire: what server it is"],
    paths: ["body.workspaces_enabled"],
    because: "Projects are chosen by MLflow's workspace header here, which clients send only to who says so.",
  },
  {
    cases: ["wire: what server it is"],
    paths: ["body.features_enabled.gateway"],
    because: "There is no gateway here.",
  },
  {
    cases: ["wire: doubled slashes"],
    paths: ["status", "body*"],
    because: "Doubled slashes are answered at once, without sending the client away and back.",
  },
  {
    cases: ["wire: a route that is none", "wire: a wrong method", "wire: a wrong method the other way"],
    paths: REFUSAL,
    because: "Clients take ENDPOINT_NOT_FOUND for a route that is not there; MLflow answers them a web page.",
  },
  {
    cases: ["wire: HEAD of a GET route"],
    paths: ["status"],
    because: "HEAD answers as GET does; MLflow does not read its query.",
  },
  {
    cases: ["wire: traces"],
    paths: ["error_code"],
    because: "Traces are no part of this server, and clients are told so.",
  },
  {
    cases: ["wire: a parameter twice"],
    paths: REFUSAL,
    because: "A parameter that comes twice is ambiguous; MLflow takes the first.",
  },
  {
    cases: ["wire: broken JSON", "wire: null", "wire: NaN as a bare word"],
    paths: ["message"],
    because: "The body is told to be no JSON object; MLflow takes it for an empty one, or goes on to its own faults.",
  },
  {
    cases: ["wire: a list", "runs/log-batch: a metric that is no object"],
    paths: REFUSAL,
    because: "A malformed request is the client's fault: 400, where MLflow fails with 500 and is asked again.",
  },
  {
    cases: ["wire: a NUL in a text"],
    paths: REFUSAL,
    because: "PostgreSQL keeps no NUL in texts, for MLflow neither: better refused than failed.",
  },
  { cases: ["wire: what was written"], paths: ["*data.tags.k.value"], because: "It follows from the NUL above." },
  {
    cases: [
      "wire: max_results with a fraction",
      "wire: a number in a list of texts",
      "wire: a view that is none",
      "experiments/search: a view that is none",
      "runs/create: a start time with a fraction",
      "runs/create: tags that are no list",
      "runs/create: a tag without a key",
      "runs/update: a status that is none",
      "runs/log-metric: a truth as value",
      "runs/log-metric: a timestamp with a fraction",
      "runs/log-batch: a word as metric value",
      "runs/log-batch: a list as metric value",
      "runs/log-batch: a number as param value",
      "runs/log-inputs: a dataset without *",
      "runs/log-inputs: no dataset in an input",
      "runs/log-inputs: a tag without a key",
      "runs/outputs: a model without an id",
      "runs/outputs: a word as step",
      "metrics/get-history: a word as max_results",
      "PATCH logged-models/{id}: a status that is none",
    ],
    paths: REFUSAL,
    because:
      "What cannot be read is refused; MLflow drops it without a word, and sometimes stores an empty value for it.",
  },
  {
    cases: [
      "wire: an order that is no text",
      "runs/log-batch: a number as metric key",
      "experiments/create: a tag key with a plus",
    ],
    paths: ["message"],
    because: "The message names the very item that is wrong, and the value that came.",
  },
  {
    cases: ["experiments/create: a tag without a key", "registered-models/create: a tag without a key"],
    paths: ["message"],
    because: "A key that is missing is called missing; MLflow shows an empty value that nobody sent.",
  },
  {
    cases: ["metrics/get-history: zero as max_results"],
    paths: ["message"],
    because:
      "The value is shown as it came, as text in a query; MLflow shows it as text on some routes and not on others.",
  },
  {
    cases: ["wire: both spellings of a name"],
    paths: REFUSAL,
    because: "Names in camel case are unknown fields, and those are ignored: nothing is ambiguous.",
  },
  {
    cases: ["runs/log-metric: a key with a plus", "runs/log-metric: a key that climbs"],
    paths: ["message"],
    because: "The field is called key, as in the request, and not name.",
  },
  {
    cases: ["runs/log-inputs: a digest of 37 characters"],
    paths: REFUSAL,
    because: "A digest may be as long as one of SHA-256 in hex.",
  },
  {
    cases: ["runs/log-metric: a timestamp beyond 2^53"],
    paths: REFUSAL,
    because: "An integer that a double cannot hold would come back as another: refused, not rounded.",
  },
];

/** Of runs and experiments. */
const TRACKING: readonly Explanation[] = [
  {
    cases: ["experiments/search: no max_results"],
    paths: REFUSAL,
    because: "Who does not say how many gets a page of 1,000.",
  },
  {
    cases: ["experiments/get-by-name: blanks around a name"],
    paths: REFUSAL,
    because: "Blanks around a name make no other name, neither here nor when an experiment is created.",
  },
  {
    cases: ["experiments/create: a location that climbs"],
    paths: REFUSAL,
    because: "Artifacts live where the server puts them; a location that leaves its root is refused.",
  },
  {
    cases: ["experiments/update: a name that is taken"],
    paths: ["error_code"],
    because: "RESOURCE_ALREADY_EXISTS as at creation; MLflow shows its database's error as BAD_REQUEST.",
  },
  {
    cases: ["experiments/update: a deleted one"],
    paths: REFUSAL,
    because: "It fails the same every time: 400, where MLflow says 500 and its clients ask for minutes.",
  },
  {
    cases: ["experiments/delete: again", "experiments/restore: one that is there"],
    paths: REFUSAL,
    because: "A repeated request ends as the first did; MLflow does not find what is in that state already.",
  },
  {
    cases: ["*"],
    paths: ["body.run.outputs"],
    mlflow: undefined,
    because: "A new run has the empty outputs that it has in every later answer; MLflow leaves them out once.",
  },
  {
    cases: ["runs/create: *"],
    paths: ["body.run.info.start_time"],
    mlflow: 0,
    assay: "<now>",
    because: "A run without a start time starts now and not in 1970.",
  },
  {
    cases: ["runs/create: no experiment", "runs/create: an empty experiment"],
    paths: REFUSAL,
    because: "A run of no experiment goes into the default one; MLflow shows its database's error.",
  },
  {
    cases: ["runs/create: a tag twice"],
    paths: REFUSAL,
    because: "The last value counts, as in log-batch; MLflow shows its database's error.",
  },
  {
    cases: ["runs/outputs: the same again"],
    paths: REFUSAL,
    because: "A repeated request changes nothing; MLflow shows its database's error.",
  },
  {
    cases: [
      "runs/log-inputs: a model nobody has",
      "runs/outputs: a model nobody has",
      "inputs: for a model nobody has",
      "logged-models: a run nobody has",
      "metrics/get-history: a run nobody has",
      "metrics/get-history-bulk-interval: a run nobody has",
    ],
    paths: REFUSAL,
    because:
      "What is not there, or not the caller's, is NOT_FOUND everywhere; MLflow links to nothing or answers nothing.",
  },
  {
    cases: ["PUT artifacts: a backslash"],
    paths: REFUSAL,
    because: "A backslash is another machine's separator: refused, whatever the system of the server.",
  },
  {
    cases: ["artifacts/list: *", "GET artifacts?path: the root"],
    paths: ["body.files.a\\b.txt"],
    because: "It follows from the backslash above.",
  },
  {
    cases: ["artifacts/list: *", "GET artifacts?path: the root"],
    paths: ["body.files.empty.bin.file_size"],
    mlflow: undefined,
    because: "A file with nothing in it has a size, too: 0.",
  },
  {
    cases: ["GET artifacts: a folder"],
    paths: REFUSAL,
    because: "A folder is no file and not found as one, with a code that clients know.",
  },
];

/** Of filters and orders. */
const SEARCHES: readonly Explanation[] = [
  {
    cases: [
      "runs/search: metrics.loss < 0.5 OR metrics.acc > 0",
      "runs/search: NOT metrics.loss < 0.5",
      "runs/search: (metrics.loss < 0.5)",
    ],
    paths: REFUSAL,
    because: "OR, NOT and parentheses are allowed beyond what MLflow has.",
  },
  {
    cases: ["experiments/search: like in lower case"],
    paths: REFUSAL,
    because: "Keywords come in any case, in this search as in the others.",
  },
  {
    cases: ["runs/search:    "],
    paths: REFUSAL,
    because: "A blank filter is none, as an empty one.",
  },
  {
    cases: ["runs/search: metrics.loss != 0.5"],
    paths: ["body.runs"],
    because: "NaN satisfies no comparison; MLflow compares the zero it keeps in place of it.",
  },
  {
    cases: [
      "runs/search: metrics.loss < 0.5 AND",
      "runs/search: AND metrics.loss < 0.5",
      "runs/search: metrics.loss < 0.5 AND AND metrics.acc > 0",
      "runs/search: metrics.loss < 0.5 metrics.acc > 0",
      "runs/search: metrics. < 5",
    ],
    paths: REFUSAL,
    because: "Half a filter is a mistake that is told, not guessed at.",
  },
  {
    cases: ["runs/search: order by metrics.loss, metrics.loss DESC"],
    paths: REFUSAL,
    because: "The same column twice is the caller's fault: 400, where MLflow fails with 500.",
  },
];

/** Of logged models and the registry. */
const MODELS: readonly Explanation[] = [
  {
    cases: ["*"],
    paths: ["*model.info.source_run_id", "*models[].info.source_run_id"],
    mlflow: "",
    assay: undefined,
    because: "A logged model without a run names none.",
  },
  {
    cases: ["logged-models: no name", "logged-models: an empty name"],
    paths: ["body.model.info.name"],
    because: "A model nobody named is called model; MLflow makes up a name.",
  },
  {
    cases: ["logged-models/{id}/tags: *"],
    paths: ["body.model"],
    because: "The answer holds the model, as the protocol's definition says; MLflow leaves it out.",
  },
  {
    cases: ["logged-models/{id}/params: no model in the body"],
    paths: REFUSAL,
    because: "The model is named in the path; MLflow wants it in the body as well.",
  },
  {
    cases: ["logged-models/search: a metric that is NaN"],
    paths: ["body.models"],
    because: "NaN satisfies no comparison; MLflow compares the zero it keeps in place of it.",
  },
  {
    cases: ["logged-models/search: by status", "logged-models/search: two parts"],
    paths: ["body.models"],
    because: "Statuses are found by their names; MLflow compares the name with the number it keeps.",
  },
  {
    cases: [
      "logged-models/search: a tag without a prefix",
      "logged-models/search: text for a metric",
      "logged-models/search: a token that is none",
      "model-versions/create: a logged model nobody has",
    ],
    paths: REFUSAL,
    because: "It is the caller's fault and said so; MLflow fails with 500, and its clients ask for minutes.",
  },
  {
    cases: ["logged-models/search: a number for a name", "model-versions/search: a number as text"],
    paths: REFUSAL,
    because: "A value of the wrong type is refused, as in the other searches.",
  },
  {
    cases: ["logged-models/search: an empty list of experiments"],
    paths: REFUSAL,
    because: "At least one experiment is asked for, as when the list is left out.",
  },
  {
    cases: ["registered-models/search: zero"],
    paths: REFUSAL,
    because: "A page of nothing is refused, as in the other searches.",
  },
  {
    cases: ["registered-models/update: no description", "registered-models/get: with its tags"],
    paths: ["body.registered_model.description"],
    because: "What a request does not name stays as it is; MLflow empties the description.",
  },
  {
    cases: ["*"],
    paths: ["*model_version.model_id", "*model_versions[].model_id"],
    mlflow: undefined,
    because: "A version of a logged model says so, as the protocol's definition has it; MLflow keeps it to itself.",
  },
  {
    cases: ["*"],
    paths: ["*model_versions[].aliases", "*latest_versions.*.aliases"],
    mlflow: undefined,
    because: "Versions show their aliases in lists, too.",
  },
  {
    cases: ["versions: the logged model says where it is registered"],
    paths: ["body.model.info.registrations"],
    because: "A logged model says where it is registered, as the protocol's definition has it.",
  },
  {
    cases: ["model-versions/get-download-uri: a version"],
    paths: ["body.artifact_uri"],
    because:
      "A version's files are frozen and have a root of their own; MLflow points to its source, which may change.",
  },
  {
    cases: ["/model-versions/get-artifact: a file", "/model-versions/get-artifact: what is not there"],
    paths: REFUSAL,
    because: "A version's files are served; MLflow fails with 500 where the source is a run.",
  },
  {
    cases: ["model-versions/transition-stage: archiving with no stage to hold"],
    paths: REFUSAL,
    because: "It is the caller's fault and said so; MLflow fails with 500.",
  },
  {
    cases: ["*"],
    paths: ["*description", "*run_link"],
    mlflow: "",
    assay: undefined,
    because: "What is not set is left out, as everywhere; clients read it as an empty text.",
  },
  {
    cases: ["model-versions/*", "versions: *"],
    paths: ["*aliases*"],
    mlflow: undefined,
    because:
      "Production and staging are aliases, too: one gate protects them, and whoever asks for the alias finds it.",
  },
  {
    cases: ["registered-models/create: a name of 256 characters", "registered-models/create: a name of 300 characters"],
    paths: REFUSAL,
    because: "Names have at most 250 characters; MLflow's columns have 256, which SQLite does not keep to.",
  },
  {
    cases: [
      "model-versions/create: a run's source without its run",
      "model-versions/create: a logged model's source without its id",
    ],
    paths: REFUSAL,
    because: "A source says itself whose files it means, and is looked up in the caller's project alone.",
  },
  {
    cases: ["model-versions/create: a run nobody has"],
    paths: REFUSAL,
    because: "A version is made of files that are there; MLflow registers a run that nobody has.",
  },
  {
    cases: ["model-versions/create: a folder without files"],
    paths: REFUSAL,
    because: "A version without a single file can be used by nobody.",
  },
];

/** Differences that stay, each with the reason why ours is right, or better where the wire allows it. */
export const ALLOWED: readonly Explanation[] = [...WIRE, ...TRACKING, ...SEARCHES, ...MODELS];
