import { invalidInput } from "@assay/contract";

export interface ParsedOrder<Field> {
  field: Field;
  direction: "asc" | "desc";
}

const MAX_ORDERS = 10;
const CLAUSE = /^\s*(?:(\w+\.)?(["`])(.*)\2|([^\s"`]+)|((?:run|Run) [nN]ame))\s*(?:\s(asc|desc))?\s*$/is;

/** Reads `<identifier> [ASC|DESC]` clauses; keys with spaces are quoted. The same column twice is an error. */
export function parseOrderBy<Field>(
  clauses: readonly string[],
  readField: (text: string) => Field,
): ParsedOrder<Field>[] {
  if (clauses.length > MAX_ORDERS) throw invalidInput(`At most ${MAX_ORDERS} order_by clauses are allowed`, "order_by");
  const seen = new Set<string>();
  return clauses.map((clause) => {
    const parts = CLAUSE.exec(clause);
    if (parts === null)
      throw invalidInput(`Invalid order_by clause '${clause}'. Write it as metrics.loss DESC`, "order_by");
    const [, prefix = "", , quoted, bare, spaced, direction] = parts;
    const field = readField(quoted === undefined ? (bare ?? spaced ?? "") : prefix + quoted);
    const identity = JSON.stringify(field);
    if (seen.has(identity))
      throw invalidInput(`The order_by clauses name the same column twice: '${clause}'`, "order_by");
    seen.add(identity);
    return { field, direction: direction?.toLowerCase() === "desc" ? "desc" : "asc" };
  });
}
