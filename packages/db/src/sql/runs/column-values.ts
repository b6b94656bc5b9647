import type { MetricAggregate } from "@assay/contract";
import type { Statement } from "../../store.ts";
import { AGGREGATE_SQL } from "./field-sql.ts";

export interface ColumnValueRow {
  run_id: string;
  key: string;
  value: string | number;
}

/** One aggregate of some metric keys of some runs. Parameters: project uuid, uuid[], text[] keys. */
export const metricValues = (aggregate: MetricAggregate): Statement => ({
  name: `runs_metric_${aggregate}_v1`,
  text: `
    SELECT s.run_id, k.name AS key, s.${AGGREGATE_SQL[aggregate]} AS value
    FROM metric_key k JOIN metric_summary s ON s.key_id = k.id AND s.run_id = ANY($2::uuid[])
    WHERE k.project_id = $1::uuid AND k.name = ANY($3::text[])`,
});

/** Some params of some runs. Parameters: project uuid, uuid[], text[] keys. */
export const paramValues: Statement = {
  name: "runs_param_values_v1",
  text: `
    SELECT run_id, key, value FROM param
    WHERE run_id = ANY($2::uuid[]) AND project_id = $1::uuid AND key = ANY($3::text[])`,
};

/** Some tags of some runs. Parameters: project uuid, uuid[], text[] keys. */
export const tagValues: Statement = {
  name: "runs_tag_values_v1",
  text: `
    SELECT run_id, key, value FROM run_tag
    WHERE run_id = ANY($2::uuid[]) AND project_id = $1::uuid AND key = ANY($3::text[])`,
};
