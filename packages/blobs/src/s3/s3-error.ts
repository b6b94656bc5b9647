import { S3ServiceException } from "@aws-sdk/client-s3";

/** Of an answer that was not the one asked for; nothing when there was none. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

/** The bucket answered that what was named is not there. */
export const isMissing = (error: unknown): boolean => statusOf(error) === 404;

/** By S3's own name of the failure, such as `InvalidPart`. */
export const isNamed = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof S3ServiceException && names.includes(error.name);

/** Whether waiting may mend it: no answer, or one that says so. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500 || status === 429 || status === 408;
}
