import { invalidInput, type RunAttribute, type RunField } from "@assay/contract";
import { splitField } from "./split-field.ts";

const ATTRIBUTES: Record<string, RunAttribute> = {
  run_id: "id",
  run_name: "name",
  "run name": "name",
  "Run name": "name",
  "Run Name": "name",
  status: "status",
  artifact_uri: "artifact_uri",
  start_time: "started_at",
  created: "started_at",
  Created: "started_at",
  end_time: "ended_at",
  user_id: "user",
};

/** Tags that are views of what a run has of its own. */
const ATTRIBUTE_OF_TAG: Record<string, RunAttribute> = { "mlflow.runName": "name", "mlflow.note.content": "notes" };

/** Reads a field of MLflow's run dialect. A metric is its latest value, whatever its key ends in. */
export function readMlflowField(text: string): RunField {
  const { prefix, name } = splitField(text);
  switch (prefix) {
    case "metric":
      return { entity: "metric", key: name, aggregate: "last" };
    case "param":
      return { entity: "param", key: name };
    case "tag": {
      const attribute = Object.hasOwn(ATTRIBUTE_OF_TAG, name) ? ATTRIBUTE_OF_TAG[name] : undefined;
      return attribute === undefined ? { entity: "tag", key: name } : { entity: "attribute", name: attribute };
    }
    case "dataset":
      if (name === "name" || name === "digest" || name === "context") return { entity: "dataset", name };
      throw invalidInput(`Invalid dataset key '${name}' specified. Valid keys are name, digest, context`, "filter");
    case "attribute":
      return attributeField(name);
  }
}

function attributeField(name: string): RunField {
  const attribute = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
  if (attribute !== undefined) return { entity: "attribute", name: attribute };
  throw invalidInput(
    `Invalid attribute key '${name}' specified. Valid keys are ${Object.keys(ATTRIBUTES).join(", ")}`,
    "filter",
  );
}
