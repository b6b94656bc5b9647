import { isAscii } from "node:buffer";
import { TextDecoder } from "node:util";
import { invalidInput } from "@assay/contract";
import type { Context } from "hono";
import { type BodyLimits, readBody } from "./read-body.ts";

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** Reads a request's body as text, which must be UTF-8. */
export async function readText(c: Context, limits: BodyLimits = {}): Promise<string> {
  const body = await readBody(c, limits);
  if (isAscii(body)) return body.toString("latin1");
  try {
    return UTF8.decode(body);
  } catch {
    throw invalidInput("The body is not UTF-8", "body");
  }
}
