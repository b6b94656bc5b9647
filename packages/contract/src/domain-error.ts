import type { ErrorCode } from "./error-codes.ts";

export interface ErrorDetails {
  /** The input field at fault, as a path such as `metrics[0].step`. */
  field?: string;
  /** What the caller can do about it, in one sentence. */
  remedy?: string;
  /** The page of the web app where the caller can do it, from the root on. */
  path?: string;
  /** With RATE_LIMITED and BACKPRESSURE: when to try again. */
  retryAfterSeconds?: number;
  /** With RATE_LIMITED: how much a second is allowed. */
  quotaPerSecond?: number;
  /** With SEQUENCE_GAP: the sequence, or the number of the first line, that the writer's next batch must carry. */
  expected?: number;
}

/** A failure the caller caused or can mend. Its message is shown to them as it stands. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Recognises a DomainError by name, because bundles may hold two copies of the class. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && "code" in error;
}

/** The one answer for what does not exist and for what is not yours. */
export function notFound(what: string): DomainError {
  return new DomainError("NOT_FOUND", `${what} not found`);
}

export function invalidInput(message: string, field?: string, remedy?: string): DomainError {
  return new DomainError("INVALID_INPUT", message, {
    ...(field === undefined ? {} : { field }),
    ...(remedy === undefined ? {} : { remedy }),
  });
}
