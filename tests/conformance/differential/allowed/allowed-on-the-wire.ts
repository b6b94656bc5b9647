import { type Explanation, REFUSAL } from "../explain.ts";

/** Of the protocol as such. */
export const ALLOWED_ON_THE_WIRE: readonly Explanation[] = [
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
    cases: ["wire: what server it is"],
    paths: ["body.skill_content_max_size", "body.skill_content_max_files"],
    because: "There is no registry of skills here.",
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
    cases: ["wire: broken JSON", "wire: a GET with a body of broken JSON", "wire: null", "wire: NaN as a bare word"],
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
