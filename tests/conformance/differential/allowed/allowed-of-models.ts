import { type Explanation, REFUSAL } from "../explain.ts";

/** Of logged models and the registry. */
export const ALLOWED_OF_MODELS: readonly Explanation[] = [
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
    cases: ["versions: the logged model says where it is registered"],
    paths: ["body.model.info.tags.mlflow.modelVersions.value"],
    because: "The tag names every version that came from the model; MLflow's forgets those that another request made.",
  },
  {
    cases: ["model-versions/create: a prompt's placeholder"],
    paths: REFUSAL,
    because: "A version always has files and a source run; prompts have neither and are not kept here.",
  },
  {
    cases: ["logged-models/{id}/params: no model in the body"],
    paths: REFUSAL,
    because: "The model is named in the path; MLflow wants it in the body as well.",
  },
  {
    cases: ["PATCH logged-models/{id}: another model in the body"],
    paths: REFUSAL,
    because: "The path and the body name two models: refused, where MLflow changes the one in the path.",
  },
  {
    cases: ["logged-models/search: a metric that is NaN"],
    paths: ["body.models"],
    because: "NaN satisfies no comparison; MLflow compares the zero it keeps in place of it.",
  },
  {
    cases: ["logged-models/search: on a dataset, *", "logged-models/search: on two datasets, by a metric"],
    paths: ["body.models"],
    because: "A dataset without a digest is any of that name; MLflow looks for the digest that is an empty text.",
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
    cases: [
      "/model-versions/get-artifact: a file",
      "/model-versions/get-artifact: not straight from a bucket",
      "/model-versions/get-artifact: what is not there",
    ],
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
