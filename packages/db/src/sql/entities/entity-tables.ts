import type { EntityAttribute, EntityKind } from "@assay/contract";
import { epochMs } from "../epoch-ms.ts";
import type { AttributeSql } from "../runs/field-sql.ts";

/** How one kind is read: its rows as `t`, which of them count, and its attributes. SQL identifiers come from here only. */
export interface EntityTable<Kind extends EntityKind> {
  from: string;
  id: string;
  where: string;
  attributes: Record<EntityAttribute<Kind>, AttributeSql>;
}

const moment = (column: string): AttributeSql => ({ sql: epochMs(column), type: "float8" });
const hex = (column: string): AttributeSql => ({ sql: `replace(${column}::text, '-', '')`, type: "text" });
const text = (column: string): AttributeSql => ({ sql: column, type: "text" });
const times = { created_at: moment("t.created_at"), updated_at: moment("t.updated_at") };

export const ENTITY_TABLES: { [Kind in EntityKind]: EntityTable<Kind> } = {
  experiment: {
    from: "experiment t",
    id: "t.id::text",
    where: "true",
    attributes: { name: text("t.name"), number: { sql: "t.number::float8", type: "float8" }, ...times },
  },
  registeredModel: {
    from: "registered_model t",
    id: "t.id::text",
    where: "t.archived_at IS NULL",
    attributes: { name: text("t.name"), ...times },
  },
  modelVersion: {
    from: "model_version t JOIN registered_model m ON m.id = t.model_id",
    id: "t.model_id::text || '/' || t.number",
    where: "t.archived_at IS NULL AND m.archived_at IS NULL",
    attributes: {
      name: text("m.name"),
      number: { sql: "t.number::float8", type: "float8" },
      run_id: hex("t.source_run_id"),
      source_uri: text("t.source_uri"),
      ...times,
    },
  },
  loggedModel: {
    from: "logged_model t",
    id: "t.id::text",
    where: "t.archived_at IS NULL",
    attributes: {
      id: text("'m-' || replace(t.id::text, '-', '')"),
      name: text("t.name"),
      model_type: text("t.model_type"),
      status: text("t.status::text"),
      run_id: hex("t.source_run_id"),
      ...times,
    },
  },
};
