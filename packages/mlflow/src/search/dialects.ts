import { type EntityField, invalidInput } from "@assay/contract";
import { entityDialect } from "./entity-dialect.ts";
import { EXACT, type FieldRule, INTEGER, LISTABLE, NULLABLE, NUMBER, TEXT } from "./field-rule.ts";
import type { FieldPrefix } from "./split-field.ts";

const by = <Name extends string>(name: Name, direction: "asc" | "desc") => ({
  field: { entity: "attribute" as const, name },
  direction,
});

/** An attribute that filters and orders may look at. */
const attribute = <Name extends string>(name: Name, rule: FieldRule) => ({ name, rule, isOrdered: true });

/** An attribute for orders alone. */
const ordered = <Name extends string>(name: Name) => ({ name, isOrdered: true });

const FEW_PREFIXES: Record<string, FieldPrefix> = { attribute: "attribute", tag: "tag", tags: "tag" };
const EXPERIMENT_PREFIXES: Record<string, FieldPrefix> = { ...FEW_PREFIXES, attributes: "attribute" };

export const experimentDialect = entityDialect<"experiment">({
  attributes: {
    name: attribute("name", TEXT),
    // A number that is written as text.
    experiment_id: attribute("number", EXACT),
    creation_time: attribute("created_at", INTEGER),
    last_update_time: attribute("updated_at", INTEGER),
  },
  prefixes: EXPERIMENT_PREFIXES,
  values: NULLABLE,
  standard: [by("created_at", "desc"), by("number", "asc")],
  ties: [by("number", "desc")],
  spell(field, value) {
    if (field.entity !== "attribute" || field.name !== "number") return value;
    if (!/^-?\d{1,15}$/.test(value))
      throw invalidInput(`Invalid experiment ID '${value.slice(0, 80)}'. It must be an integer`, "filter");
    return Number(value);
  },
});

export const registeredModelDialect = entityDialect<"registeredModel">({
  attributes: {
    name: attribute("name", LISTABLE),
    last_updated_timestamp: ordered("updated_at"),
    timestamp: ordered("updated_at"),
  },
  prefixes: FEW_PREFIXES,
  values: TEXT,
  standard: [by("name", "asc")],
  ties: [by("name", "asc")],
});

export const modelVersionDialect = entityDialect<"modelVersion">({
  attributes: {
    name: attribute("name", LISTABLE),
    version_number: attribute("number", NUMBER),
    run_id: { name: "run_id", rule: LISTABLE, isOrdered: false },
    source_path: { name: "source_uri", rule: TEXT, isOrdered: false },
    creation_timestamp: ordered("created_at"),
    last_updated_timestamp: ordered("updated_at"),
  },
  prefixes: FEW_PREFIXES,
  values: TEXT,
  standard: [by("updated_at", "desc")],
  ties: [by("name", "asc"), by("number", "desc")],
});

const STATUS = new Map([
  ["READY", "ready"],
  ["PENDING", "pending"],
  ["FAILED", "failed"],
  ["UPLOAD_FAILED", "failed"],
]);

function spellStatus(field: EntityField<"loggedModel">, value: string): string {
  if (field.entity !== "attribute" || field.name !== "status") return value;
  const status = STATUS.get(value.replace(/^LOGGED_MODEL_/, ""));
  if (status === undefined)
    throw invalidInput(
      `Unknown model status '${value.slice(0, 80)}': it is none of ${[...STATUS.keys()].join(", ")}`,
      "filter",
    );
  return status;
}

export const loggedModelDialect = entityDialect<"loggedModel">({
  attributes: {
    model_id: attribute("id", LISTABLE),
    name: attribute("name", LISTABLE),
    model_type: attribute("model_type", LISTABLE),
    status: attribute("status", EXACT),
    source_run_id: attribute("run_id", LISTABLE),
    creation_time: attribute("created_at", NUMBER),
    creation_timestamp: attribute("created_at", NUMBER),
    creation_timestamp_ms: attribute("created_at", NUMBER),
    last_updated_time: attribute("updated_at", NUMBER),
    last_updated_timestamp: attribute("updated_at", NUMBER),
    last_updated_timestamp_ms: attribute("updated_at", NUMBER),
  },
  prefixes: { attributes: "attribute", metrics: "metric", params: "param", tags: "tag" },
  values: LISTABLE,
  standard: [by("created_at", "desc")],
  ties: [by("created_at", "desc"), by("id", "asc")],
  spell: spellStatus,
});
