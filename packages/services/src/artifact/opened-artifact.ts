import type { Readable } from "node:stream";
import type { ArtifactFile } from "@assay/contract";
import type { ServiceContext } from "../context.ts";

export interface OpenedArtifact {
  file: ArtifactFile;
  open: () => Promise<Readable>;
  /** An address at the bucket from which it can be fetched for some minutes; null where there is none. */
  link: (() => Promise<string>) | null;
}

/** A file that somebody may read, ready to stream. */
export function openedArtifact(ctx: ServiceContext, file: ArtifactFile): OpenedArtifact {
  const { direct } = ctx.blobs;
  const { sha256, path, contentType } = file;
  const fileName = path.slice(path.lastIndexOf("/") + 1);
  return {
    file,
    open: () => ctx.blobs.open(sha256),
    link: direct === null ? null : () => direct.downloadUrl(sha256, { fileName, contentType }),
  };
}
