import { notFound } from "@assay/contract";
import type { BlobStore } from "../blob-store.ts";
import { checkBucket } from "./check-bucket.ts";
import { receive } from "./receive.ts";
import { Removals } from "./removals.ts";
import { createS3Client } from "./s3-client.ts";
import { createDirectTransfer } from "./s3-direct-transfer.ts";
import { BLOBS, blobKey, digestOf } from "./s3-keys.ts";
import { S3Objects } from "./s3-objects.ts";
import { S3Parts } from "./s3-parts.ts";
import { S3Place } from "./s3-place.ts";
import type { S3Settings } from "./s3-settings.ts";
import { sweepBucket } from "./sweep-bucket.ts";

export interface S3StoreOptions {
  /** Told of failures that clients are only told to wait for. */
  onError: (error: unknown) => void;
  /** Sizes that a bucket's own limits set; smaller in tests. */
  sizes?: Partial<S3Sizes>;
}

export interface S3Sizes {
  /** Of the parts in which the server sends what it receives. */
  partBytes: number;
  /** What one request copies at most. */
  copiedAtOnceBytes: number;
  copiedPartBytes: number;
}

const SIZES: S3Sizes = { partBytes: 16 * 1024 ** 2, copiedAtOnceBytes: 5 * 1024 ** 3, copiedPartBytes: 1024 ** 3 };

/** Keeps blobs as objects `<prefix>sha256/ab/<hex>` of a bucket. Throws one sentence when the bucket cannot be used. */
export async function openS3BlobStore(settings: S3Settings, { onError, sizes }: S3StoreOptions): Promise<BlobStore> {
  const { bucket, prefix, endpoint, clientEndpoint } = settings;
  const { partBytes, copiedAtOnceBytes, copiedPartBytes } = { ...SIZES, ...sizes };
  const place = new S3Place({ client: createS3Client(settings, endpoint), bucket, prefix, onError });
  await checkBucket(place, settings);
  const parts = new S3Parts(place, copiedPartBytes);
  const objects = new S3Objects(place, parts, copiedAtOnceBytes);
  const removals = new Removals(objects);
  const direct = (): BlobStore["direct"] => {
    if (clientEndpoint === null) return null;
    const signer = createS3Client(settings, clientEndpoint ?? endpoint);
    return createDirectTransfer({ place, signer, objects, parts, removals });
  };
  return {
    put: (content, options = {}) => receive({ objects, parts, removals, partBytes }, content, options),
    async open(sha256, range) {
      const body = await objects.get(blobKey(sha256), range);
      if (body === null) throw notFound(`Blob ${sha256}`);
      return body;
    },
    has: async (sha256) => (await objects.head(blobKey(sha256))) !== null,
    async *list() {
      for await (const { key, sizeBytes } of objects.list(BLOBS)) {
        const sha256 = digestOf(key);
        if (sha256 !== null) yield { sha256, sizeBytes };
      }
    },
    remove: (sha256, putBefore) => removals.remove(sha256, putBefore),
    sweep: (before) => sweepBucket({ objects, parts }, before),
    direct: direct(),
  };
}
