import type { QueryConfig } from "pg";
import type { Statement } from "./store.ts";

/** A statement as node-postgres takes it: prepared under its name when it has one. */
export function toQueryConfig({ name, text }: Statement, values: readonly unknown[]): QueryConfig {
  return { text, values: [...values], ...(name === null ? {} : { name }) };
}
