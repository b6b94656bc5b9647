import { LIMITS, type RunSource } from "@assay/contract";

export interface RunDetails {
  name?: string;
  notes?: string;
  parentTag?: string;
  source?: RunSource;
}

/** What a client's tags say about the run itself: name, notes, parent, and where its code came from. Null for nothing. */
export function runDetailsFromTags(tags: Record<string, string>): RunDetails | null {
  const details: RunDetails = {};
  const name = toRunName(own(tags, "mlflow.runName"));
  if (name !== null) details.name = name;
  const notes = own(tags, "mlflow.note.content");
  if (notes !== undefined) details.notes = notes.slice(0, LIMITS.noteLength);
  const parent = own(tags, "mlflow.parentRunId");
  if (parent !== undefined) details.parentTag = parent;
  const source = sourceOf(tags);
  if (Object.keys(source).length > 0) details.source = source;
  return Object.keys(details).length === 0 ? null : details;
}

/** A run name a client gave, made to fit; null when nothing is left of it. */
export function toRunName(text: string | undefined): string | null {
  const name = (text ?? "")
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, LIMITS.nameLength)
    .trim();
  return name === "" ? null : name;
}

function sourceOf(tags: Record<string, string>): RunSource {
  const take = (key: string, length: number) => own(tags, key)?.slice(0, length);
  const source: RunSource = {
    type: take("mlflow.source.type", 100),
    name: take("mlflow.source.name", 1_000),
    entryPoint: take("mlflow.project.entryPoint", 1_000),
    repository: take("mlflow.source.git.repoURL", 1_000),
    commit: take("mlflow.source.git.commit", 100),
    branch: take("mlflow.source.git.branch", 250),
  };
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
}

const own = (tags: Record<string, string>, key: string): string | undefined =>
  Object.hasOwn(tags, key) ? tags[key] : undefined;
