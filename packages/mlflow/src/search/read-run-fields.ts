import { invalidInput, type RunAttribute, type RunField } from "@assay/contract";
import { type FieldRule, LISTABLE, NULLABLE, NUMBER, type RuledField, TEXT } from "./field-rule.ts";
import { PREFIXES, splitField } from "./split-field.ts";

const ATTRIBUTES: Record<string, { name: RunAttribute; rule: FieldRule }> = {
  run_id: { name: "id", rule: LISTABLE },
  run_name: { name: "name", rule: TEXT },
  "run name": { name: "name", rule: TEXT },
  "Run name": { name: "name", rule: TEXT },
  "Run Name": { name: "name", rule: TEXT },
  status: { name: "status", rule: TEXT },
  artifact_uri: { name: "artifact_uri", rule: TEXT },
  user_id: { name: "user", rule: TEXT },
  start_time: { name: "started_at", rule: NUMBER },
  created: { name: "started_at", rule: NUMBER },
  Created: { name: "started_at", rule: NUMBER },
  end_time: { name: "ended_at", rule: NUMBER },
};

/** Tags that are views of what a run has of its own. */
const ATTRIBUTE_OF_TAG: Record<string, RunAttribute> = { "mlflow.runName": "name", "mlflow.note.content": "notes" };

/** Reads a field of a run filter. A metric is its latest value, whatever its key ends in. */
export function readRunFilterField(source: string): RuledField<RunField> {
  const { prefix, name } = splitField(source, PREFIXES);
  switch (prefix) {
    case "metric":
      return { field: { entity: "metric", key: name, aggregate: "last" }, rule: NUMBER, source };
    case "param":
      return { field: { entity: "param", key: name }, rule: NULLABLE, source };
    case "tag":
      return { field: tagField(name), rule: NULLABLE, source };
    case "dataset":
      if (name === "name" || name === "digest" || name === "context")
        return { field: { entity: "dataset", name }, rule: LISTABLE, source };
      throw invalidInput(`Invalid dataset key '${name}' specified. Valid keys are name, digest, context`, "filter");
    case "attribute": {
      const { name: attribute, rule } = findAttribute(name);
      return { field: { entity: "attribute", name: attribute }, rule, source };
    }
  }
}

/** Reads what runs are ordered by. */
export function readRunOrderField(source: string): RunField {
  const { field } = readRunFilterField(source);
  if (field.entity === "dataset") throw invalidInput("Runs are not ordered by their datasets", "order_by");
  return field;
}

function tagField(key: string): RunField {
  const attribute = Object.hasOwn(ATTRIBUTE_OF_TAG, key) ? ATTRIBUTE_OF_TAG[key] : undefined;
  return attribute === undefined ? { entity: "tag", key } : { entity: "attribute", name: attribute };
}

function findAttribute(name: string): { name: RunAttribute; rule: FieldRule } {
  const attribute = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
  if (attribute !== undefined) return attribute;
  throw invalidInput(
    `Invalid attribute key '${name}' specified. Valid keys are ${Object.keys(ATTRIBUTES).join(", ")}`,
    "filter",
  );
}
