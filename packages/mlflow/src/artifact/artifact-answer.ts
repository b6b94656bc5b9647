import type { OpenedArtifact } from "@assay/services";
import { FileAnswer } from "../wire/file-answer.ts";

/** A file as a download that no browser runs, of a type the server decided on; streamed. */
export function artifactAnswer({ file, open }: OpenedArtifact): FileAnswer {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const headers = {
    "content-type": file.contentType,
    "content-length": String(file.sizeBytes),
    "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    etag: `"${file.sha256}"`,
  };
  return new FileAnswer(headers, open);
}
