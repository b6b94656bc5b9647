import { invalidInput } from "@assay/contract";

export type FieldPrefix = "attribute" | "metric" | "param" | "tag" | "dataset";

const PREFIXES: Record<string, FieldPrefix> = {
  attributes: "attribute",
  attribute: "attribute",
  attr: "attribute",
  run: "attribute",
  metrics: "metric",
  metric: "metric",
  params: "param",
  param: "param",
  parameters: "param",
  parameter: "param",
  tags: "tag",
  tag: "tag",
  datasets: "dataset",
  dataset: "dataset",
};

/**
 * Splits `metrics.val.loss` at its first dot into entity and key; without a prefix it is an attribute. Quotes around
 * the key, or around the whole, are gone by now.
 */
export function splitField(text: string): { prefix: FieldPrefix; name: string } {
  const dot = text.indexOf(".");
  if (dot === -1) return { prefix: "attribute", name: text };
  const prefix = Object.hasOwn(PREFIXES, text.slice(0, dot)) ? PREFIXES[text.slice(0, dot)] : undefined;
  if (prefix === undefined) {
    throw invalidInput(
      `Invalid entity type '${text.slice(0, dot)}'. Valid values are ${Object.keys(PREFIXES).join(", ")}`,
      "filter",
    );
  }
  const name = text.slice(dot + 1);
  if (name === "") throw invalidInput(`'${text}' lacks a key after the dot`, "filter");
  return { prefix, name };
}
