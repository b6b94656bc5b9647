import { randomUUID } from "node:crypto";
import { DeleteObjectCommand, HeadBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { statusOf } from "./s3-error.ts";
import { incomingKey } from "./s3-keys.ts";
import type { S3Place } from "./s3-place.ts";
import type { S3Settings } from "./s3-settings.ts";

/** Throws one sentence unless the bucket is there and can be written to. */
export async function checkBucket(place: S3Place, settings: S3Settings): Promise<void> {
  const { client, bucket } = place;
  const probe = place.at(incomingKey(randomUUID()));
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
    await client.send(new PutObjectCommand({ ...probe, Body: new Uint8Array() }));
    await client.send(new DeleteObjectCommand(probe));
  } catch (error) {
    const at = settings.endpoint ?? `AWS in ${settings.region}`;
    throw new Error(`The bucket ${bucket} (ASSAY_S3_BUCKET) at ${at} cannot be used: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

function reasonOf(error: unknown): string {
  const status = statusOf(error);
  switch (status) {
    case 301:
    case 307:
      return "it is in another region; see ASSAY_S3_REGION";
    case 400:
    case 401:
    case 403:
      return "the credentials do not allow it; see ASSAY_S3_ACCESS_KEY_ID and docs/storage.md";
    case 404:
      return "it does not exist";
    case undefined:
      return `no answer (${messageOf(error)})`;
    default:
      return `it answers with status ${status}`;
  }
}

/** Connections to a name with several addresses fail with several errors and no message. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(messageOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}
