import { type ErrorCode, type ErrorDetails, isDomainError, retryHeaders } from "@assay/contract";
import { TRPCError } from "@trpc/server";

type TrpcCode = TRPCError["code"];

/** Each way to fail, as tRPC names it. */
const TRPC_CODES = {
  INVALID_INPUT: "BAD_REQUEST",
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  ALREADY_EXISTS: "CONFLICT",
  CONFLICT: "CONFLICT",
  PARAM_IS_WRITE_ONCE: "CONFLICT",
  RUN_ARCHIVED: "CONFLICT",
  ALIAS_PROTECTED: "FORBIDDEN",
  DIGEST_MISMATCH: "PRECONDITION_FAILED",
  PAYLOAD_TOO_LARGE: "PAYLOAD_TOO_LARGE",
  SEQUENCE_GAP: "CONFLICT",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  BACKPRESSURE: "TOO_MANY_REQUESTS",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorCode, TrpcCode>;

/** A verb's failure as a tRPC one; anything unknown is passed on as it is. */
export function toTrpcError(error: TRPCError): TRPCError {
  const { cause } = error;
  if (!isDomainError(cause)) return error;
  return new TRPCError({ code: TRPC_CODES[cause.code], message: cause.message, cause });
}

/** A failure before any procedure ran, such as an unknown token: clients read it like any other of theirs. */
export function asTrpcError(cause: unknown): TRPCError {
  return toTrpcError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }));
}

/** What a client is told beside tRPC's own code. */
export interface ErrorData extends ErrorDetails {
  errorCode: ErrorCode | null;
}

export function errorData(error: TRPCError): ErrorData {
  if (isDomainError(error.cause)) return { ...error.cause.details, errorCode: error.cause.code };
  return { errorCode: error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR" ? "INVALID_INPUT" : null };
}

/** The headers of an answer that refuses calls for asking too much; those of the longest wait. */
export function retryHeadersOf(errors: readonly TRPCError[]): Record<string, string> {
  const details = errors.flatMap(({ cause }) => (isDomainError(cause) ? [cause.details] : []));
  const [longest] = details.sort((a, b) => (b.retryAfterSeconds ?? 0) - (a.retryAfterSeconds ?? 0));
  return longest === undefined ? {} : retryHeaders(longest);
}
