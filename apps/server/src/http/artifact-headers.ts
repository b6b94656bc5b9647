import type { ArtifactFile } from "@assay/contract";
import type { FileHeaders } from "@assay/mlflow";

/** Larger files are not previewed. */
export const PREVIEW_LIMIT_BYTES = 5 * 1024 * 1024;

const IMAGES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);
const TEXTS = /^(text\/|application\/(json|yaml|toml)$)/;

/**
 * Headers that keep a file inert. As a preview, images keep their type and anything textual becomes plain text; all
 * else, and everything without preview, is a download of a type the server decided on.
 */
export function artifactHeaders(
  file: Pick<ArtifactFile, "path" | "sizeBytes" | "sha256" | "contentType">,
  isPreview: boolean,
): FileHeaders {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const type = isPreview ? previewType(file.contentType) : null;
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const disposition = type === null ? "attachment" : "inline";
  return {
    "content-type": type ?? file.contentType,
    "content-length": String(file.sizeBytes),
    "content-disposition": `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    etag: `"${file.sha256}"`,
  };
}

function previewType(contentType: string): string | null {
  if (IMAGES.has(contentType)) return contentType;
  return TEXTS.test(contentType) ? "text/plain; charset=utf-8" : null;
}
