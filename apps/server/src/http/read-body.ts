import type { IncomingMessage } from "node:http";
import { DomainError, invalidInput, LIMITS } from "@assay/contract";
import type { Context } from "hono";
import { decompress } from "./decompress.ts";
import { incomingOf } from "./node-http.ts";

export interface BodyLimits {
  /** The most that is taken, as sent and decompressed. */
  maxBytes?: number | undefined;
  /** How much of a body that is too large is read away, so that a client which sends first sees the answer. */
  drainBytes?: number;
}

/**
 * Reads a request's body straight from Node, without a web stream in between, and decompresses it. A body that says it
 * is too large is refused before it is read.
 */
export async function readBody(
  c: Context,
  { maxBytes = LIMITS.requestBytes, drainBytes = 0 }: BodyLimits = {},
): Promise<Buffer<ArrayBuffer>> {
  const incoming = incomingOf(c);
  const announced = Number(incoming.headers["content-length"] ?? 0);
  if (announced > Math.max(maxBytes, drainBytes)) throw tooLarge(maxBytes);
  const body = await collect(incoming, maxBytes, Math.max(maxBytes, drainBytes));
  const encoding = incoming.headers["content-encoding"];
  return encoding === undefined ? body : decompress(body, encoding, maxBytes, () => tooLarge(maxBytes));
}

/** A request's body as it comes, straight from Node, undecompressed and of any size. */
export async function* streamBody(c: Context): AsyncGenerator<Uint8Array, void, undefined> {
  const incoming = incomingOf(c);
  try {
    // Whoever stops reading still answers, over this connection.
    yield* incoming.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw incoming.complete ? error : cutShort();
  }
}

/** Nobody is there to read the answer; it keeps the log free of what is no fault of ours. */
const cutShort = (): DomainError => invalidInput("The connection was closed before the whole body came", "body");

function tooLarge(maxBytes: number): DomainError {
  return new DomainError("PAYLOAD_TOO_LARGE", `The body is larger than ${maxBytes} bytes`, {
    remedy: "send several requests",
  });
}

function collect(incoming: IncomingMessage, maxBytes: number, drainBytes: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    incoming.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= maxBytes) chunks.push(chunk);
      else chunks.length = 0;
      if (sizeBytes > drainBytes) {
        incoming.pause();
        reject(tooLarge(maxBytes));
      }
    });
    incoming.on("end", () => (sizeBytes > maxBytes ? reject(tooLarge(maxBytes)) : resolve(Buffer.concat(chunks))));
    const gone = (): void => reject(cutShort());
    incoming.on("error", gone);
    incoming.on("close", () => {
      if (!incoming.complete) gone();
    });
  });
}
