import type { FileReader } from "../files/file-reader.ts";

/** A text under a key, as params and tags are. */
export interface SourceEntry {
  key: string;
  value: string;
}

export interface SourceExperiment {
  id: string;
  name: string;
  isDeleted: boolean;
  createdAtMs: number | null;
  updatedAtMs: number | null;
  tags: readonly SourceEntry[];
}

export interface SourceDataset {
  name: string;
  digest: string;
  sourceType: string;
  source: string;
  schema: string | null;
  profile: string | null;
  /** The context is one of them. */
  tags: readonly SourceEntry[];
}

export interface SourceRun {
  id: string;
  experimentId: string;
  name: string;
  user: string;
  /** As MLflow names it: RUNNING, SCHEDULED, FINISHED, FAILED or KILLED. */
  status: string;
  startedAtMs: number | null;
  endedAtMs: number | null;
  isDeleted: boolean;
  artifactUri: string;
  params: readonly SourceEntry[];
  tags: readonly SourceEntry[];
  /** Its metric keys, each with a text that is another one when the series grew. */
  metrics: readonly { key: string; mark: string }[];
  datasets: readonly SourceDataset[];
  modelInputs: readonly string[];
  modelOutputs: readonly { id: string; step: number }[];
}

/** Some points of one key; `isInSeconds` where MLflow before 1.0 noted times in seconds. */
export interface SourcePoints {
  key: string;
  steps: number[];
  timesMs: number[];
  values: number[];
  isInSeconds?: boolean;
}

export interface SourceModelMetric {
  key: string;
  value: number;
  timeMs: number;
  step: number;
  runId: string;
  datasetName: string;
  datasetDigest: string;
}

export interface SourceLoggedModel {
  id: string;
  experimentId: string;
  name: string;
  modelType: string;
  /** As MLflow names it: PENDING, READY or FAILED. */
  status: string;
  sourceRunId: string;
  artifactUri: string;
  createdAtMs: number | null;
  updatedAtMs: number | null;
  isDeleted: boolean;
  params: readonly SourceEntry[];
  tags: readonly SourceEntry[];
  metrics: readonly SourceModelMetric[];
}

export interface SourceModel {
  name: string;
  description: string;
  createdAtMs: number | null;
  updatedAtMs: number | null;
  tags: readonly SourceEntry[];
  aliases: readonly { alias: string; version: number }[];
}

export interface SourceVersion {
  name: string;
  number: number;
  description: string;
  user: string;
  stage: string;
  /** Where it was registered from, as the client named it. */
  source: string;
  /** Where its files are, when the source says so apart from that. */
  storageLocation: string;
  runId: string;
  runLink: string;
  modelId: string;
  /** READY, or a version whose files never came. */
  status: string;
  createdAtMs: number | null;
  updatedAtMs: number | null;
  tags: readonly SourceEntry[];
}

/** Everything an MLflow server or store holds of its experiments and models, in whatever form it is kept. */
export interface MlflowSource {
  /** Where it is, without secrets; an import from the same place goes on with what came before. */
  readonly name: string;
  /** How many runs are best read at once. */
  readonly runsAtOnce: number;
  /** Reads the files of runs, logged models and versions. */
  readonly files: FileReader;
  experiments(): AsyncIterable<SourceExperiment>;
  /** By the time of their start. */
  runs(experiment: SourceExperiment): AsyncIterable<SourceRun>;
  /** Every point of a run, in pages of one key each. */
  points(run: SourceRun): AsyncIterable<SourcePoints>;
  loggedModels(experiment: SourceExperiment): AsyncIterable<SourceLoggedModel>;
  registeredModels(): AsyncIterable<SourceModel>;
  /** By number. */
  versions(model: SourceModel): AsyncIterable<SourceVersion>;
  /** Kinds of things the source holds that have no place here, with how many there are where that is known. */
  leftovers(): Promise<readonly { what: string; count: number }[]>;
  close(): Promise<void>;
}
