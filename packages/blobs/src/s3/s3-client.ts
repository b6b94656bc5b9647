import { S3Client } from "@aws-sdk/client-s3";
import type { S3Settings } from "./s3-settings.ts";

const CONNECT_WITHIN_MS = 5_000;
/** From the request's first byte to the answer's: completing thousands of parts takes a bucket minutes. */
const ANSWER_WITHIN_MS = 5 * 60_000;
/** Each download under way holds one. */
const MAX_SOCKETS = 512;

export function createS3Client(
  { region, credentials, forcePathStyle }: S3Settings,
  endpoint: string | undefined,
): S3Client {
  return new S3Client({
    region,
    forcePathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    // Extra checksums are an AWS extension that other stores refuse; bodies are signed with their SHA-256 anyway.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: CONNECT_WITHIN_MS,
      requestTimeout: ANSWER_WITHIN_MS,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: MAX_SOCKETS },
      httpsAgent: { keepAlive: true, maxSockets: MAX_SOCKETS },
    },
  });
}
