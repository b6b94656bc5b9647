import { invalidInput } from "@assay/contract";

export interface ParsedOrder<Field> {
  field: Field;
  direction: "asc" | "desc";
}

/** MLflow knows no bound. */
const MAX_ORDERS = 30;
const CLAUSE = /^\s*(?<source>\S|\S.*?\S)(?:\s+(?<direction>asc|desc))?\s*$/is;
const WHOLE = /^(["`])(?<inner>[^"`]*)\1$/;

/** Reads `<identifier> [ASC|DESC]` clauses; keys with spaces are quoted, and so may be whole identifiers. */
export function parseOrderBy<Field>(
  clauses: readonly string[],
  readField: (source: string) => Field,
): ParsedOrder<Field>[] {
  if (clauses.length > MAX_ORDERS) throw invalidInput(`At most ${MAX_ORDERS} order_by clauses are allowed`, "order_by");
  return clauses.map((clause) => {
    const { source, direction } = CLAUSE.exec(clause)?.groups ?? {};
    if (source === undefined)
      throw invalidInput(`Invalid order_by clause '${clause}'. Write it as metrics.loss DESC`, "order_by");
    return { field: readField(unwrap(source)), direction: direction?.toLowerCase() === "desc" ? "desc" : "asc" };
  });
}

/** `"metrics.val loss"` as metrics."val loss". */
function unwrap(source: string): string {
  const [prefix, ...key] = WHOLE.exec(source)?.groups?.inner?.split(".") ?? [];
  return prefix === undefined || key.length === 0 ? source : `${prefix}."${key.join(".")}"`;
}

/** Refuses the same column twice. */
export function refuseRepeats<Field>(orders: readonly ParsedOrder<Field>[]): void {
  const columns = orders.map(({ field }) => JSON.stringify(field));
  if (new Set(columns).size < columns.length)
    throw invalidInput("The order_by clauses name the same column twice", "order_by");
}
