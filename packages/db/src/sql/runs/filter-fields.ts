import type { RunField, RunFilter } from "@assay/contract";

/** Every field that a filter looks at, as often as it does. */
export function fieldsOf(filter: RunFilter): RunField[] {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.nodes.flatMap(fieldsOf);
    case "not":
      return fieldsOf(filter.node);
    default:
      return [filter.field];
  }
}
