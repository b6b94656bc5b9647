import { fieldsOf } from "@assay/domain";
import type { Statement } from "../../store.ts";
import type { RunSelection } from "./search-runs.ts";
import type { RunOrder } from "./sort-sql.ts";

export interface NameRow {
  kind: "experiment" | "key";
  name: string;
  id: string;
}

/** Ids of experiments and metric keys of a project. Parameters: project uuid, int8[] numbers, text[] key names. */
export const findNames: Statement = {
  name: "runs_find_names_v1",
  text: `
    SELECT 'experiment' AS kind, number::text AS name, id::text FROM experiment
    WHERE project_id = $1::uuid AND number = ANY($2::int8[])
    UNION ALL
    SELECT 'key', name, id::text FROM metric_key WHERE project_id = $1::uuid AND name = ANY($3::text[])`,
};

/** The metric keys that a search names in its filter and orders. */
export function keysIn({ filter }: Pick<RunSelection, "filter">, orders: readonly RunOrder[]): string[] {
  const fields = [...(filter === null ? [] : fieldsOf(filter)), ...orders.map(({ field }) => field)];
  return [...new Set(fields.flatMap((field) => (field.entity === "metric" ? [field.key] : [])))];
}
