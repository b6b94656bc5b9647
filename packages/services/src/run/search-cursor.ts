import { invalidInput } from "@assay/contract";
import { sha256Hex } from "@assay/domain/digest";
import { z } from "zod";

const Cursor = z.strictObject({
  v: z.literal(1),
  q: z.string(),
  k: z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .max(100),
});

/**
 * What a cursor is bound to: it continues the very query, in the very project, that it came from. Each kind of query is
 * put together in one place, so that its fields are always in the same order.
 */
export function queryFingerprint(query: object): string {
  return sha256Hex(JSON.stringify(query)).slice(0, 16);
}

export function encodeCursor(fingerprint: string, keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify({ v: 1, q: fingerprint, k: keys })).toString("base64url");
}

/** Reads a cursor; one that is broken or belongs to another query is INVALID_INPUT. */
export function decodeCursor(text: string, fingerprint: string): (string | number)[] {
  const cursor = Cursor.safeParse(readJson(text));
  if (!cursor.success || cursor.data.q !== fingerprint) {
    throw invalidInput("Invalid page token", "cursor", "start from the first page after changing filter or sort");
  }
  return cursor.data.k;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return null;
  }
}
