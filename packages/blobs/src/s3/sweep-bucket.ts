import { BLOBS, INCOMING, REMOVING } from "./s3-keys.ts";
import type { S3Objects } from "./s3-objects.ts";
import type { S3Parts } from "./s3-parts.ts";

/** Takes away what uploads, copies and removals that were cut short have left since before a moment. */
export async function sweepBucket(
  { objects, parts }: { objects: S3Objects; parts: S3Parts },
  before: Date,
): Promise<void> {
  for (const folder of [INCOMING, BLOBS]) {
    for await (const { key, uploadId, startedAt } of parts.list(folder)) {
      if (startedAt < before) await parts.abort(key, uploadId);
    }
  }
  for (const folder of [INCOMING, REMOVING]) {
    for await (const { key, modifiedAt } of objects.list(folder)) if (modifiedAt < before) await objects.delete(key);
  }
}
