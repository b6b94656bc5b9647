import type { MetricAggregate, RunKeys } from "@assay/contract";
import { columnOf, metricDirection } from "@assay/ui";

const METRICS = 4;
const PARAMS = 4;

/** The aggregate that tells most about a metric before anybody chose one. */
export function usualAggregate(key: string): MetricAggregate {
  const direction = metricDirection(key);
  return direction === "up" ? "max" : direction === "down" ? "min" : "last";
}

/** How soon a metric is worth seeing: held-out quality, other quality, anything else, the machine. */
function rank(key: string): number {
  if (key.startsWith("system/")) return 3;
  if (metricDirection(key) === "unknown") return 2;
  return /(^|[^a-z])(val|valid|validation|test|eval)([^a-z]|$)/i.test(key) ? 0 : 1;
}

/** The columns of a table that nobody arranged: outcome first, then what was tried. */
export function defaultColumns(keys: RunKeys): string[] {
  const metrics = [...keys.metrics].sort((a, b) => rank(a) - rank(b)).slice(0, METRICS);
  return [
    "status",
    ...metrics.map((key) => columnOf({ entity: "metric", key, aggregate: usualAggregate(key) })),
    ...keys.params.slice(0, PARAMS).map((key) => columnOf({ entity: "param", key })),
    "started_at",
    "duration",
  ];
}
