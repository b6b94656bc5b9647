import type { RunSort } from "@assay/contract";
import { createParser } from "nuqs";

/** A sort in the address: `metrics.val/acc.max:desc`. */
export const runSortParser = createParser<RunSort>({
  parse: (text) => {
    const colon = text.lastIndexOf(":");
    const direction = text.slice(colon + 1);
    if (colon < 1 || (direction !== "asc" && direction !== "desc")) return null;
    return { column: text.slice(0, colon), direction };
  },
  serialize: ({ column, direction }) => `${column}:${direction}`,
  eq: (a, b) => a.column === b.column && a.direction === b.direction,
});
