import { type RunField, type RunFilter, RunId } from "@assay/contract";
import { artifactUri, type ProjectAddress } from "../artifact/artifact-root.ts";
import { parseMlflowFilter } from "./parse-mlflow-filter.ts";
import { readRunFilterField } from "./read-run-fields.ts";
import { swapCase } from "./swap-case.ts";

/** A filter in MLflow's run dialect; `scope` is the project whose artifact URIs it may compare. */
export const parseRunFilter = (scope: ProjectAddress, text: string): RunFilter | null =>
  parseMlflowFilter(
    text,
    (source) => {
      const ruled = readRunFilterField(source);
      return { ...ruled, field: asShown(scope, ruled.field) };
    },
    spell,
  );

function spell(field: RunField, value: string): string {
  return field.entity === "attribute" && field.name === "status" ? swapCase(value) : value;
}

/** The store knows a run's id, and clients the URI around it. */
function asShown(scope: ProjectAddress, field: RunField): RunField {
  if (field.entity !== "attribute" || field.name !== "artifact_uri") return field;
  const [before = "", after = ""] = runUriAround(scope);
  return { ...field, around: { before, after } };
}

const runUriAround = (scope: ProjectAddress): string[] =>
  artifactUri(scope, { kind: "run", runId: ANY_RUN }).split(ANY_RUN);

const ANY_RUN = RunId.parse("0".repeat(32));
