import { invalidInput } from "@assay/contract";
import { z } from "zod";

const Token = z.strictObject({ at: z.number().int().min(0), of: z.string() });

/** A page token that counts points of the series it names. */
export function writeOffset(at: number, of: string): string {
  return Buffer.from(JSON.stringify({ at, of })).toString("base64url");
}

/** Where a page begins; a token that is broken or of another series is INVALID_INPUT. */
export function readOffset(token: string | undefined, of: string): number {
  if (token === undefined) return 0;
  const parsed = Token.safeParse(parse(token));
  if (!parsed.success || parsed.data.of !== of) throw invalidInput("Invalid page token", "page_token");
  return parsed.data.at;
}

function parse(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, "base64url").toString());
  } catch {
    return null;
  }
}
