import type { RunField } from "@assay/contract";

/** The inverse of parseColumn. */
export function columnOf(field: RunField): string {
  switch (field.entity) {
    case "attribute":
      return field.name;
    case "metric":
      return `metrics.${field.key}.${field.aggregate}`;
    case "param":
      return `params.${field.key}`;
    case "tag":
      return `tags.${field.key}`;
    case "dataset":
      return `datasets.${field.name}`;
  }
}
