import type { EntityField } from "@assay/contract";
import { entityDialect } from "./entity-dialect.ts";

const by = <Name extends string>(name: Name, direction: "asc" | "desc") => ({
  field: { entity: "attribute" as const, name },
  direction,
});

export const experimentDialect = entityDialect<"experiment">({
  attributes: { name: "name", experiment_id: "number", creation_time: "created_at", last_update_time: "updated_at" },
  standard: [by("created_at", "desc"), by("number", "asc")],
  ties: [by("number", "desc")],
});

export const registeredModelDialect = entityDialect<"registeredModel">({
  attributes: {
    name: "name",
    creation_timestamp: "created_at",
    last_updated_timestamp: "updated_at",
    timestamp: "updated_at",
  },
  standard: [by("name", "asc")],
  ties: [by("name", "asc")],
});

export const modelVersionDialect = entityDialect<"modelVersion">({
  attributes: {
    name: "name",
    version_number: "number",
    run_id: "run_id",
    source_path: "source_uri",
    creation_timestamp: "created_at",
    last_updated_timestamp: "updated_at",
  },
  standard: [by("updated_at", "desc")],
  ties: [by("name", "asc"), by("number", "desc")],
});

const STATUS: Record<string, string> = {
  READY: "ready",
  PENDING: "pending",
  FAILED: "failed",
  UPLOAD_FAILED: "failed",
};

function spellStatus(field: EntityField<"loggedModel">, value: string): string {
  if (field.entity !== "attribute" || field.name !== "status") return value;
  return STATUS[value.replace(/^LOGGED_MODEL_/, "")] ?? value;
}

export const loggedModelDialect = entityDialect<"loggedModel">({
  attributes: {
    model_id: "id",
    name: "name",
    model_type: "model_type",
    status: "status",
    source_run_id: "run_id",
    creation_time: "created_at",
    creation_timestamp: "created_at",
    creation_timestamp_ms: "created_at",
    last_updated_time: "updated_at",
    last_updated_timestamp: "updated_at",
    last_updated_timestamp_ms: "updated_at",
  },
  hasValues: true,
  standard: [by("created_at", "desc")],
  ties: [by("created_at", "desc"), by("id", "asc")],
  spell: spellStatus,
});
