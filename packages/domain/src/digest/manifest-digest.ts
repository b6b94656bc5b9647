import type { Sha256 } from "@assay/contract";
import { canonicalJson } from "./canonical-json.ts";
import { sha256Hex } from "./sha256-hex.ts";

export interface ManifestFile {
  path: string;
  sha256: Sha256;
  sizeBytes: number;
}

/** Files ordered by path in code units, so that the same tree always gives the same digest. */
export function sortManifest(files: readonly ManifestFile[]): ManifestFile[] {
  return files
    .map(({ path, sha256, sizeBytes }) => ({ path, sha256, sizeBytes }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Digest of a whole file tree: SHA-256 of the canonical JSON of its manifest ordered by path. */
export function manifestDigest(files: readonly ManifestFile[]): Sha256 {
  return sha256Hex(canonicalJson(sortManifest(files)));
}
