import { type Explanation, REFUSAL } from "./explain.ts";

const TOLD = [...REFUSAL, "message"] as const;

/** Logged models and the registry. */
const REGISTRY: readonly Explanation[] = [
  {
    cases: ["logged-models/{id}/artifacts/*"],
    paths: TOLD,
    because: "The routes of a logged model's files are answered.",
  },
  {
    cases: ["logged-models/{id}*", "logged-models/search: *"],
    paths: ["*data.metrics*"],
    because: "A logged model shows every point of its metrics.",
  },
  {
    cases: ["logged-models/search: ordered by a metric*", "logged-models/search: the latest of a metric"],
    paths: ["body.models"],
    because: "Metrics are compared and ordered by the latest value.",
  },
  {
    cases: ["registered-models/create: a name of dots"],
    paths: ["message"],
    because: "Invalid value \"..\" for parameter 'name' supplied.",
  },
  {
    cases: ["versions: the logged model says where it is registered"],
    paths: ["body.model.info.tags"],
    because: "Registering writes the tag mlflow.modelVersions on the logged model.",
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
    paths: [...REFUSAL, "body.files.a#b.txt"],
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
export const PENDING: readonly Explanation[] = [...REGISTRY, ...ARTIFACTS, ...HISTORY];
