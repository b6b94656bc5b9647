/** What the store knows about one run that lineage edges follow from. Ids are as the interface shows them. */
export interface RunLineageFacts {
  runId: string;
  parentRunId: string | null;
  forkedFromRunId: string | null;
  commit: string | null;
  datasetIds: readonly string[];
  /** Logged models it read. */
  inputModelIds: readonly string[];
  /** Logged models it made. */
  loggedModelIds: readonly string[];
  versions: readonly VersionFacts[];
}

export interface VersionFacts {
  modelName: string;
  number: number;
  loggedModelId: string | null;
  aliases: readonly string[];
}
