import type { ArtifactEntry } from "@assay/contract";

/** A file or folder of a tree as the protocol lists it. */
export const fileInfo = ({ path, isFolder, sizeBytes }: ArtifactEntry) => ({
  path,
  is_dir: isFolder,
  ...(isFolder ? {} : { file_size: sizeBytes }),
});
