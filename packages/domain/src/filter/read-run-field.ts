import { invalidInput, MetricAggregate, RUN_ATTRIBUTES, type RunAttribute, type RunField } from "@assay/contract";

const PREFIXES: Record<string, "metric" | "param" | "tag" | "dataset" | "attribute"> = {
  metrics: "metric",
  metric: "metric",
  params: "param",
  param: "param",
  tags: "tag",
  tag: "tag",
  datasets: "dataset",
  dataset: "dataset",
  attributes: "attribute",
  run: "attribute",
};

/**
 * Reads a field of Assay's own dialect: `metrics.<key>[.<aggregate>]` (last when left out), `params.<key>`,
 * `tags.<key>`, `dataset.name|digest|context`, or a run attribute such as `started_at`.
 * A key that itself ends in an aggregate's name is written in quotes: metrics."a.max".
 */
export function readRunField(text: string, quotedFrom: number | null): RunField {
  const dot = text.indexOf(".");
  const prefix = dot > 0 && quotedFrom !== 0 ? PREFIXES[text.slice(0, dot)] : undefined;
  const rest = prefix === undefined ? text : text.slice(dot + 1);
  if (rest === "") throw invalidInput(`"${text}" lacks a key after the dot`, "filter");
  switch (prefix) {
    case "metric":
      return metricField(rest, quotedFrom !== null);
    case "param":
    case "tag":
      return { entity: prefix, key: rest };
    case "dataset":
      return datasetField(rest);
    default:
      return { entity: "attribute", name: attribute(rest) };
  }
}

function metricField(rest: string, isQuoted: boolean): RunField {
  const dot = rest.lastIndexOf(".");
  const aggregate = MetricAggregate.safeParse(dot > 0 && !isQuoted ? rest.slice(dot + 1) : "last");
  const hasAggregate = dot > 0 && !isQuoted && aggregate.success;
  return {
    entity: "metric",
    key: hasAggregate ? rest.slice(0, dot) : rest,
    aggregate: hasAggregate && aggregate.success ? aggregate.data : "last",
  };
}

function datasetField(rest: string): RunField {
  if (rest === "name" || rest === "digest" || rest === "context") return { entity: "dataset", name: rest };
  throw invalidInput(`Unknown dataset field "${rest}"; use dataset.name, dataset.digest or dataset.context`, "filter");
}

function attribute(name: string): RunAttribute {
  const found = RUN_ATTRIBUTES.find((candidate) => candidate === name);
  if (found !== undefined) return found;
  throw invalidInput(
    `Unknown field "${name}"; use metrics.…, params.…, tags.…, dataset.… or one of ${RUN_ATTRIBUTES.join(", ")}`,
    "filter",
  );
}
