export type CompareOperator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "LIKE" | "ILIKE";

/** A parsed filter over whatever fields its dialect knows. */
export type Filter<Field> =
  | { kind: "and" | "or"; nodes: Filter<Field>[] }
  | { kind: "not"; node: Filter<Field> }
  | { kind: "compare"; field: Field; operator: CompareOperator; value: string | number }
  | { kind: "in"; field: Field; values: string[]; isNegated: boolean }
  | { kind: "null"; field: Field; isNegated: boolean };
