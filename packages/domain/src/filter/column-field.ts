import type { RunField } from "@assay/contract";
import { readRunField } from "./read-run-field.ts";

/** Reads a run-table column, which is written like the left side of a filter; quotes around a key are allowed. */
export function columnField(column: string): RunField {
  const quoted = /^(\w+\.)(["`])(.*)\2$/s.exec(column);
  if (quoted === null) return readRunField(column, null);
  const prefix = quoted[1] ?? "";
  return readRunField(prefix + (quoted[3] ?? ""), prefix.length);
}
