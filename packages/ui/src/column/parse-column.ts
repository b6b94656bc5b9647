import {
  METRIC_AGGREGATES,
  type MetricAggregate,
  RUN_ATTRIBUTES,
  type RunAttribute,
  type RunField,
} from "@assay/contract";

function isAggregate(text: string): text is MetricAggregate {
  return METRIC_AGGREGATES.some((aggregate) => aggregate === text);
}

function isAttribute(text: string): text is RunAttribute {
  return RUN_ATTRIBUTES.some((attribute) => attribute === text);
}

function parseMetric(rest: string): RunField {
  const dot = rest.lastIndexOf(".");
  const tail = rest.slice(dot + 1);
  if (dot > 0 && isAggregate(tail)) return { entity: "metric", key: rest.slice(0, dot), aggregate: tail };
  return { entity: "metric", key: rest, aggregate: "last" };
}

/** Reads a run table column such as `metrics.val/loss.min`; null when it names nothing. */
export function parseColumn(column: string): RunField | null {
  const dot = column.indexOf(".");
  if (dot === -1) return isAttribute(column) ? { entity: "attribute", name: column } : null;
  const rest = column.slice(dot + 1);
  if (rest === "") return null;
  switch (column.slice(0, dot)) {
    case "metrics":
      return parseMetric(rest);
    case "params":
      return { entity: "param", key: rest };
    case "tags":
      return { entity: "tag", key: rest };
    default:
      return null;
  }
}
