import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileHeaders } from "@assay/mlflow";
import type { Logger } from "@assay/services";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import { incomingOf, outgoingOf } from "./node-http.ts";

/** Answers 200 with a stream of so many bytes. */
export type SendStream = (c: Context, headers: FileHeaders, content: Readable) => Response;

/**
 * Sends streams through Node's own response: a web stream in between copies every piece of a file. When either side
 * breaks, the other is closed, which is all that a client can be told by then; what broke on our side is logged.
 */
export const streamSender =
  (log: Logger): SendStream =>
  (c, headers, content) => {
    const outgoing = outgoingOf(c);
    outgoing.writeHead(200, headers);
    if (incomingOf(c).method === "HEAD") {
      content.destroy();
      outgoing.end();
      return RESPONSE_ALREADY_SENT;
    }
    const sizeBytes = Number(headers["content-length"]);
    pipeline(content, (pieces: AsyncIterable<Buffer>) => whole(pieces, sizeBytes), outgoing).catch((error: unknown) => {
      if (!hasLeft(error)) log.error({ err: error }, "a file could not be sent to its end");
    });
    return RESPONSE_ALREADY_SENT;
  };

/** A client would wait for what a stream that ends too early does not bring. */
async function* whole(pieces: AsyncIterable<Buffer>, sizeBytes: number): AsyncGenerator<Buffer, void, undefined> {
  let sent = 0;
  for await (const piece of pieces) {
    sent += piece.length;
    yield piece;
  }
  if (sent !== sizeBytes) throw new Error(`it has ${sent} bytes and not ${sizeBytes}`);
}

/** The client closed the connection before the end. */
const hasLeft = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
