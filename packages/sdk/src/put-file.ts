import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ArtifactFile } from "@assay/contract";
import type { Connection } from "./connection.ts";
import type { FileContent } from "./file-content.ts";

/** A file name as part of a URL path. */
export const uploadPath = (name: string): string => name.split("/").map(encodeURIComponent).join("/");

/** Uploads a file, streamed when it is on disk. The server compares its digest with the one announced. */
export async function putFile(connection: Connection, target: string, content: FileContent): Promise<ArtifactFile> {
  const response = await connection.fetch(target, await putRequest(content));
  return asArtifactFile(await response.json());
}

async function putRequest(content: FileContent): Promise<RequestInit> {
  const hash = createHash("sha256");
  if (typeof content === "string" || content instanceof Uint8Array) {
    const body = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    return { method: "PUT", body, headers: { "x-assay-sha256": hash.update(body).digest("hex") } };
  }
  await pipeline(createReadStream(content.file), hash);
  const body = Readable.toWeb(createReadStream(content.file)) as ReadableStream<Uint8Array>;
  return { method: "PUT", body, duplex: "half", headers: { "x-assay-sha256": hash.digest("hex") } };
}

/** The artifact door answers a stored file with its description. */
function asArtifactFile(json: unknown): ArtifactFile {
  return json as ArtifactFile;
}
