import type { Filter } from "@assay/contract";

/** Rewrites the texts a filter compares with, where the protocol spells values in another way than the store. */
export function mapFilterValues<Field>(
  filter: Filter<Field>,
  spell: (field: Field, value: string) => string,
): Filter<Field> {
  switch (filter.kind) {
    case "and":
    case "or":
      return { ...filter, nodes: filter.nodes.map((node) => mapFilterValues(node, spell)) };
    case "not":
      return { ...filter, node: mapFilterValues(filter.node, spell) };
    case "compare":
      return typeof filter.value === "number" ? filter : { ...filter, value: spell(filter.field, filter.value) };
    case "in":
      return { ...filter, values: filter.values.map((value) => spell(filter.field, value)) };
    case "null":
      return filter;
  }
}

/** Upper and lower case exchanged: statuses are upper case on the wire and lower case in the store, nothing between. */
export function swapCase(text: string): string {
  return [...text].map((char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join("");
}
