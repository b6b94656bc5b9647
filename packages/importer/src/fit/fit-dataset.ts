import type { DatasetInput } from "@assay/contract";
import { isWithin } from "@assay/contract";
import type { SourceDataset } from "../source/mlflow-source.ts";
import { fitEntries, fitText } from "./fit-entries.ts";
import type { Notes } from "./notes.ts";

const CONTEXT_TAG = "mlflow.data.context";
const SCHEMA_LENGTH = 1_048_575;
const PROFILE_LENGTH = 2_000_000;

/** A dataset that a run read; the context it was read in is a tag at the source. */
export function fitDataset(dataset: SourceDataset, notes: Notes): DatasetInput {
  const { [CONTEXT_TAG]: context = "", ...tags } = fitEntries(dataset.tags, {
    what: "dataset tags",
    maxLength: 500,
    notes,
  });
  const text = (value: string, maxLength: number): string =>
    fitText(value, { what: "datasets", maxLength, notes, detail: dataset.name });
  const schema = whole(dataset, "schema", SCHEMA_LENGTH, notes);
  const profile = whole(dataset, "profile", PROFILE_LENGTH, notes);
  return {
    name: text(dataset.name, 500) || "dataset",
    digest: text(dataset.digest, 100) || "unknown",
    sourceType: text(dataset.sourceType, 250),
    source: text(dataset.source, 65_535),
    ...(schema === null ? {} : { schema }),
    ...(profile === null ? {} : { profile }),
    context: text(context, 250),
    tags,
  };
}

/** Half a JSON text is of no use: one that is too long stays behind. */
function whole(dataset: SourceDataset, part: "schema" | "profile", maxLength: number, notes: Notes): string | null {
  const text = dataset[part];
  if (text === null) return null;
  if (isWithin(text, maxLength) && !text.includes("\0") && text.isWellFormed()) return text;
  notes.missing(`dataset ${part}s`, `longer than ${maxLength} characters`, `${dataset.name} ${dataset.digest}`);
  return null;
}
