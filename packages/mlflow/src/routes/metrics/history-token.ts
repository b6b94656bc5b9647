import { invalidInput } from "@assay/contract";
import { z } from "zod";
import type { HistoryPlace } from "./history-order.ts";

/** JSON has no word for some values. */
const Value = z.union([z.number(), z.enum(["NaN", "Infinity", "-Infinity"]).transform(Number)]);
const Token = z.strictObject({ of: z.string(), timeMs: z.number(), step: z.number(), value: Value });

/** A page token that names the last point seen of the series `of`: points that come before it later change no page. */
export function writeHistoryToken({ timeMs, step, value }: HistoryPlace, of: string): string {
  const shown = Number.isFinite(value) ? value : String(value);
  return Buffer.from(JSON.stringify({ of, timeMs, step, value: shown })).toString("base64url");
}

/** The last point seen; null on the first page. A token that is broken or of another series is INVALID_INPUT. */
export function readHistoryToken(token: string | undefined, of: string): HistoryPlace | null {
  if (token === undefined) return null;
  const parsed = Token.safeParse(parse(token));
  if (!parsed.success || parsed.data.of !== of) throw invalidInput("Invalid page token", "page_token");
  return parsed.data;
}

function parse(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, "base64url").toString());
  } catch {
    return null;
  }
}
