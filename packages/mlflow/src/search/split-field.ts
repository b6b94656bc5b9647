import { invalidInput } from "@assay/contract";
import { readIdentifier } from "./read-identifier.ts";

export type FieldPrefix = "attribute" | "metric" | "param" | "tag" | "dataset";

/** Every word for the kinds of fields; some searches know a few of them only. */
export const PREFIXES: Record<string, FieldPrefix> = {
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

/** Takes `metrics.val.loss` for a metric named val.loss; without a prefix it is an attribute. */
export function splitField(
  source: string,
  prefixes: Readonly<Record<string, FieldPrefix>>,
): { prefix: FieldPrefix; name: string } {
  const { prefix: word, key: name } = readIdentifier(source);
  if (word === null) return { prefix: "attribute", name };
  const prefix = Object.hasOwn(prefixes, word) ? prefixes[word] : undefined;
  if (prefix === undefined) {
    throw invalidInput(
      `Invalid entity type '${word.slice(0, 100)}'. Valid values are ${Object.keys(prefixes).join(", ")}`,
      "filter",
    );
  }
  return { prefix, name };
}
