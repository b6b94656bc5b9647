import { type DomainError, type ErrorCode, isDomainError, retryHeaders } from "@assay/contract";
import type { Logger } from "@assay/services";

const HTTP_STATUS = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  CONFLICT: 409,
  PARAM_IS_WRITE_ONCE: 409,
  RUN_ARCHIVED: 409,
  ALIAS_PROTECTED: 403,
  DIGEST_MISMATCH: 412,
  PAYLOAD_TOO_LARGE: 413,
  SEQUENCE_GAP: 409,
  RATE_LIMITED: 429,
  BACKPRESSURE: 429,
  UNAVAILABLE: 503,
} as const satisfies Record<ErrorCode, number>;

/** A failure as the plain HTTP routes answer it. What is unknown is logged and not shown. */
export function errorResponse(error: unknown, log: Logger): Response {
  if (isDomainError(error)) return domainErrorResponse(error);
  log.error({ err: error }, "request failed");
  return Response.json(
    { error: { code: "INTERNAL", message: "Something went wrong on the server; its log has the details" } },
    { status: 500 },
  );
}

function domainErrorResponse(error: DomainError): Response {
  const { code, message, details } = error;
  return Response.json(
    { error: { code, message, ...details } },
    { status: HTTP_STATUS[code], headers: retryHeaders(details) },
  );
}
