import type { RunField, RunFilter } from "@assay/contract";
import { parseFilter } from "@assay/domain";
import { mapFilterValues, swapCase } from "./map-filter.ts";
import { readMlflowField } from "./read-mlflow-field.ts";

/** A filter in MLflow's run dialect; OR, NOT and parentheses are allowed beyond it. Null when blank. */
export function parseRunFilter(text: string): RunFilter | null {
  const filter = parseFilter<RunField>(text, readMlflowField);
  return filter === null ? null : mapFilterValues(filter, spell);
}

function spell(field: RunField, value: string): string {
  if (field.entity !== "attribute") return value;
  if (field.name === "status") return swapCase(value);
  if (field.name === "artifact_uri")
    return /^mlflow-artifacts:\/.+\/runs\/([0-9a-f]{32})\/artifacts$/.exec(value)?.[1] ?? value;
  return value;
}
