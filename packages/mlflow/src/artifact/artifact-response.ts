import { Readable } from "node:stream";
import type { OpenedArtifact } from "@assay/services";

/** A file as a download that no browser runs, of a type the server decided on; streamed. */
export async function artifactResponse({ file, open }: OpenedArtifact): Promise<Response> {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return new Response(toWebStream(await open()), {
    headers: {
      "content-type": file.contentType,
      "content-length": String(file.sizeBytes),
      "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      etag: `"${file.sha256}"`,
    },
  });
}

/** Node's own types name its web streams apart from the global ones, though they are the same objects. */
function toWebStream(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
