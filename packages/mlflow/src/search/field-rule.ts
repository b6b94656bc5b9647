import { invalidInput } from "@assay/contract";
import type { FilterLeaf } from "@assay/domain";

/** What MLflow lets a field be compared with, and how. */
export interface FieldRule {
  type: "number" | "text";
  /** By IN and NOT IN. */
  isListable?: boolean;
  /** By IS NULL and IS NOT NULL. */
  isNullable?: boolean;
  /** By = and != alone of what compares. */
  isExact?: boolean;
  /** With integers alone. */
  isWhole?: boolean;
}

export const NUMBER: FieldRule = { type: "number" };
export const INTEGER: FieldRule = { type: "number", isWhole: true };
export const TEXT: FieldRule = { type: "text" };
export const LISTABLE: FieldRule = { type: "text", isListable: true };
export const EXACT: FieldRule = { type: "text", isListable: true, isExact: true };
export const NULLABLE: FieldRule = { type: "text", isNullable: true };

/** A field that was read, with the rule for comparing it and the words it came in. */
export interface RuledField<Field> {
  field: Field;
  rule: FieldRule;
  source: string;
}

const NUMBER_OPERATORS: readonly string[] = ["=", "!=", "<", "<=", ">", ">="];
const TEXT_OPERATORS: readonly string[] = ["=", "!=", "LIKE", "ILIKE"];
const EXACT_OPERATORS: readonly string[] = ["=", "!="];

/** Refuses a comparison that MLflow does not have for the field. */
export function checkRule(leaf: FilterLeaf<RuledField<unknown>>): void {
  const { rule, source } = leaf.field;
  const allowed = allowedOperators(rule);
  const operator = operatorOf(leaf);
  if (!allowed.includes(operator)) {
    throw invalidInput(`Invalid comparator '${operator}' for ${source}: it is none of ${allowed.join(", ")}`, "filter");
  }
  if (leaf.kind === "compare" && typeof leaf.value !== (rule.type === "number" ? "number" : "string")) {
    const wanted = rule.type === "number" ? "a number, as in > 0.5" : "a quoted text, as in = 'a'";
    throw invalidInput(`${source} is compared with ${wanted}`, "filter");
  }
  if (rule.isWhole === true && leaf.kind === "compare" && !Number.isInteger(leaf.value))
    throw invalidInput(`${source} is compared with an integer`, "filter");
}

function allowedOperators({ type, isListable, isNullable, isExact }: FieldRule): string[] {
  const compared = type === "number" ? NUMBER_OPERATORS : isExact === true ? EXACT_OPERATORS : TEXT_OPERATORS;
  const listed = isListable === true ? ["IN", "NOT IN"] : [];
  return [...compared, ...listed, ...(isNullable === true ? ["IS NULL", "IS NOT NULL"] : [])];
}

function operatorOf(leaf: FilterLeaf<unknown>): string {
  switch (leaf.kind) {
    case "compare":
      return leaf.operator;
    case "in":
      return leaf.isNegated ? "NOT IN" : "IN";
    case "null":
      return leaf.isNegated ? "IS NOT NULL" : "IS NULL";
  }
}
