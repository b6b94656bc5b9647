import { invalidInput } from "@assay/contract";
import type { z } from "zod";
import { decodeCursor } from "../run/search-cursor.ts";

/** The id that a cursor goes on after; null for the first page. */
export function cursorAfter<Schema extends z.ZodType<string>>(
  schema: Schema,
  cursor: string | undefined,
  fingerprint: string,
): z.output<Schema> | null {
  if (cursor === undefined) return null;
  const id = schema.safeParse(decodeCursor(cursor, fingerprint)[0]);
  if (!id.success) throw invalidInput("Invalid page token", "cursor", "start from the first page");
  return id.data;
}
