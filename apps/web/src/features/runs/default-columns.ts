import type { MetricAggregate, RunKeys } from "@assay/contract";
import { columnOf, metricDirection } from "@assay/ui";

const METRICS = 4;
const PARAMS = 4;

/** The aggregate that tells most about a metric before anybody chose one. */
export function usualAggregate(key: string): MetricAggregate {
  const direction = metricDirection(key);
  return direction === "up" ? "max" : direction === "down" ? "min" : "last";
}

/** The columns of a table that nobody arranged: outcome first, then what was tried. */
export function defaultColumns(keys: RunKeys): string[] {
  const metrics = keys.metrics.filter((key) => !key.startsWith("system/")).slice(0, METRICS);
  return [
    "status",
    ...metrics.map((key) => columnOf({ entity: "metric", key, aggregate: usualAggregate(key) })),
    ...keys.params.slice(0, PARAMS).map((key) => columnOf({ entity: "param", key })),
    "started_at",
    "duration",
  ];
}
