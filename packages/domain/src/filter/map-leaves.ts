import type { Filter } from "@assay/contract";

/** One comparison of a filter. */
export type FilterLeaf<Field> = Exclude<Filter<Field>, { kind: "and" | "or" | "not" }>;

/** A filter of the same shape with each comparison replaced by what `map` makes of it. */
export function mapLeaves<From, To>(filter: Filter<From>, map: (leaf: FilterLeaf<From>) => Filter<To>): Filter<To> {
  switch (filter.kind) {
    case "and":
    case "or":
      return { kind: filter.kind, nodes: filter.nodes.map((node) => mapLeaves(node, map)) };
    case "not":
      return { kind: "not", node: mapLeaves(filter.node, map) };
    default:
      return map(filter);
  }
}
