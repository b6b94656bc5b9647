import type { Filter } from "@assay/contract";
import { type FilterLeaf, type FilterSyntax, mapLeaves, parseFilter } from "@assay/domain";
import { checkRule, type RuledField } from "./field-rule.ts";

/** MLflow's way of writing filters. Scripts list thousands of runs in one. */
const MLFLOW_SYNTAX: FilterSyntax = {
  joinsDoubledQuotes: false,
  numeral: /^-?(\d+(\.\d+)?e-?\d+|\d+(\.\d*)?|\.\d+)$/i,
  isLenient: false,
  maxLength: 1_000_000,
  maxValues: 10_000,
};

/** How a dialect spells the value that a field is compared with. */
export type Spelling<Field> = (field: Field, value: string) => string | number;

/**
 * Parses a filter that means what it means in MLflow; OR, NOT and parentheses are allowed beyond it. Null when blank.
 * Values are spelled as the store has them.
 */
export function parseMlflowFilter<Field>(
  text: string,
  readField: (source: string) => RuledField<Field>,
  spell: Spelling<Field>,
): Filter<Field> | null {
  const filter = parseFilter(text, (_text, _quotedFrom, source) => readField(source), MLFLOW_SYNTAX);
  return filter === null ? null : mapLeaves(filter, (leaf) => settle(leaf, spell));
}

function settle<Field>(leaf: FilterLeaf<RuledField<Field>>, spell: Spelling<Field>): Filter<Field> {
  checkRule(leaf);
  const { field } = leaf.field;
  if (leaf.kind === "null") return { ...leaf, field };
  if (leaf.kind === "compare") {
    return { ...leaf, field, value: typeof leaf.value === "number" ? leaf.value : spell(field, leaf.value) };
  }
  const values = leaf.values.map((value) => spell(field, value));
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length === values.length) return { ...leaf, field, values: texts };
  // A list of numbers, which the store compares one by one.
  const oneOf: Filter<Field> = {
    kind: "or",
    nodes: values.map((value) => ({ kind: "compare", field, operator: "=", value })),
  };
  return leaf.isNegated ? { kind: "not", node: oneOf } : oneOf;
}
