import { promisify } from "node:util";
import zlib from "node:zlib";
import { type DomainError, invalidInput } from "@assay/contract";

type Decode = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer<ArrayBuffer>>;

const DECODERS = new Map<string, Decode>([
  ["gzip", promisify(zlib.gunzip)],
  ["deflate", promisify(zlib.inflate)],
  ["zstd", promisify(zlib.zstdDecompress)],
]);

/** Undoes a content-encoding; stops at `maxBytes`, whatever the body would have become. */
export async function decompress(
  body: Buffer<ArrayBuffer>,
  encoding: string,
  maxBytes: number,
  tooLarge: () => DomainError,
): Promise<Buffer<ArrayBuffer>> {
  const name = encoding.trim().toLowerCase();
  if (name === "identity" || name === "") return body;
  const decode = DECODERS.get(name);
  if (decode === undefined) {
    throw invalidInput(`The content-encoding ${name.slice(0, 40)} is not known`, "content-encoding", REMEDY);
  }
  try {
    return await decode(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if (Object(error).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    throw invalidInput(`The body is not ${name}`, "content-encoding", REMEDY);
  }
}

const REMEDY = "send gzip, deflate, zstd or an uncompressed body";
