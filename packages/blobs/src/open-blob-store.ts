import type { BlobStore } from "./blob-store.ts";
import { openDiskBlobStore } from "./disk-blob-store.ts";
import { openS3BlobStore } from "./s3/s3-blob-store.ts";
import type { S3Settings } from "./s3/s3-settings.ts";

export interface BlobStoreOptions {
  /** Where files are kept when there is no bucket for them. */
  folder: string;
  s3: S3Settings | undefined;
  onError: (error: unknown) => void;
}

/** Opens where an installation keeps its files. */
export function openBlobStore({ folder, s3, onError }: BlobStoreOptions): Promise<BlobStore> {
  return s3 === undefined ? openDiskBlobStore(folder) : openS3BlobStore(s3, { onError });
}
