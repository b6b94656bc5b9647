import { notFound } from "@assay/contract";
import type { z } from "zod";

/** An id out of a URL; one that is malformed names nothing that exists. */
export function idOf<Schema extends z.ZodType>(schema: Schema, text: string, what: string): z.output<Schema> {
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw notFound(`${what} ${text.slice(0, 80)}`);
  return parsed.data;
}
