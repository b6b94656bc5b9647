import { type Explanation, REFUSAL } from "../explain.ts";

/** Of experiments, runs and their files. */
export const ALLOWED_OF_TRACKING: readonly Explanation[] = [
  {
    cases: ["experiments/create: a name of 300 characters"],
    paths: REFUSAL,
    because: "Names have at most 250 characters; MLflow's column has 256, which SQLite does not keep to.",
  },
  {
    cases: ["runs/create: a start time before 1970", "runs/create: a start time after the year 9999"],
    paths: REFUSAL,
    because: "Times are those that every reader of dates can show.",
  },
  {
    cases: ["runs/create: a line break in its name", "runs/create: a name of 251 characters"],
    paths: ["body.run.info.run_name", "body.run.data.tags.mlflow.runName.value"],
    because: "A run's name is one line of at most 250 characters; the run itself is made all the same.",
  },
  {
    cases: ["runs/get: by two that differ"],
    paths: REFUSAL,
    because: "Two names for two runs in one request are refused, so that nobody is let through for the other.",
  },
  {
    cases: ["runs/set-tag: a key that objects inherit"],
    paths: REFUSAL,
    because:
      "The web's serialiser refuses __proto__, constructor and prototype as keys: refused where they are written.",
  },
  {
    cases: ["runs/log-inputs: 1,001 datasets"],
    paths: REFUSAL,
    because: "At most 1,000 datasets a request, which MLflow's own clients keep to.",
  },
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
