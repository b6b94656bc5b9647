import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import { incomingOf, outgoingOf } from "./node-http.ts";

/**
 * Answers 200 with a stream through Node's own response: a web stream in between copies every piece of a file. When
 * either side breaks, the other is closed, which is all that can be said by then.
 */
export function sendStream(c: Context, headers: Readonly<Record<string, string>>, content: Readable): Response {
  const outgoing = outgoingOf(c);
  outgoing.writeHead(200, headers);
  if (incomingOf(c).method === "HEAD") {
    content.destroy();
    outgoing.end();
  } else pipeline(content, outgoing).catch(() => undefined);
  return RESPONSE_ALREADY_SENT;
}
