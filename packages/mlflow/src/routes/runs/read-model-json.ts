import { type DomainError, invalidInput } from "@assay/contract";

const REQUIRED = ["artifact_path", "flavors", "utc_time_created", "run_id"] as const;
/** Deeper than any model's description; what is much deeper could not be written as text again. */
const MAX_DEPTH = 100;

/** Reads the description of a model as its history entry: without signature, and flavors without their `config`. */
export function readModelJson(text: string): Record<string, unknown> {
  const model = parse(text);
  if (!isObject(model)) throw malformed(text, "is not a valid JSON");
  const missing = REQUIRED.filter((name) => !Object.hasOwn(model, name));
  if (missing.length > 0) {
    const names = missing.map((name) => `'${name}'`).join(", ");
    throw invalidInput(`Model json is missing mandatory fields: {${names}}`, "model_json");
  }
  if (isDeeper(model, MAX_DEPTH)) throw malformed(text, "is nested too deeply");
  const { run_id, artifact_path, utc_time_created, flavors, model_uuid = null } = model;
  if (!isObject(flavors)) throw malformed(text, "has no map of flavors");
  const shown = Object.entries(flavors).map(([flavor, config]) => [flavor, withoutConfig(config)]);
  return { run_id, artifact_path, utc_time_created, model_uuid, flavors: Object.fromEntries(shown) };
}

function withoutConfig(flavor: unknown): unknown {
  if (!isObject(flavor)) return flavor;
  const { config: _, ...rest } = flavor;
  return rest;
}

function malformed(text: string, fault: string): DomainError {
  return invalidInput(`Malformed model info. \n ${text.slice(0, 1_000)} \n ${fault}.`, "model_json");
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
