import type { Filter } from "@assay/contract";

/** Every field that a filter looks at, as often as it does. */
export function fieldsOf<Field>(filter: Filter<Field>): Field[] {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.nodes.flatMap((node) => fieldsOf(node));
    case "not":
      return fieldsOf(filter.node);
    default:
      return [filter.field];
  }
}
