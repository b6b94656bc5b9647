import { type DomainError, type ErrorCode, isDomainError, retryHeaders } from "@assay/contract";
import type { Logger } from "@assay/services";

interface WireError {
  status: number;
  code: string;
}

/** Every code a verb can fail with, as the protocol names it. Clients repeat on 429 and 5xx, so those mean it. */
export const WIRE_ERRORS = {
  INVALID_INPUT: { status: 400, code: "INVALID_PARAMETER_VALUE" },
  UNAUTHENTICATED: { status: 401, code: "UNAUTHENTICATED" },
  FORBIDDEN: { status: 403, code: "PERMISSION_DENIED" },
  NOT_FOUND: { status: 404, code: "RESOURCE_DOES_NOT_EXIST" },
  ALREADY_EXISTS: { status: 400, code: "RESOURCE_ALREADY_EXISTS" },
  CONFLICT: { status: 409, code: "RESOURCE_CONFLICT" },
  PARAM_IS_WRITE_ONCE: { status: 400, code: "INVALID_PARAMETER_VALUE" },
  RUN_ARCHIVED: { status: 400, code: "INVALID_PARAMETER_VALUE" },
  ALIAS_PROTECTED: { status: 403, code: "PERMISSION_DENIED" },
  DIGEST_MISMATCH: { status: 400, code: "INVALID_PARAMETER_VALUE" },
  PAYLOAD_TOO_LARGE: { status: 413, code: "INVALID_PARAMETER_VALUE" },
  SEQUENCE_GAP: { status: 409, code: "RESOURCE_CONFLICT" },
  RATE_LIMITED: { status: 429, code: "REQUEST_LIMIT_EXCEEDED" },
  BACKPRESSURE: { status: 429, code: "REQUEST_LIMIT_EXCEEDED" },
  UNAVAILABLE: { status: 503, code: "TEMPORARILY_UNAVAILABLE" },
} as const satisfies Record<ErrorCode, WireError>;

/** Codes whose remedy tells the person what to do next; the other messages are matched by clients as they stand. */
const WITH_REMEDY = new Set<ErrorCode>([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "ALIAS_PROTECTED",
  "PARAM_IS_WRITE_ONCE",
  "PAYLOAD_TOO_LARGE",
]);

interface ErrorScope {
  log: Logger;
  requestId: string;
  /** Where people open the web app: clients print messages in terminals, where a bare path leads nowhere. */
  publicUrl: string;
}

/** A failure in the protocol's shape. What is unknown is logged under a request id and not shown. */
export function errorResponse(error: unknown, { log, requestId, publicUrl }: ErrorScope): Response {
  if (isDomainError(error)) return domainErrorResponse(error, publicUrl);
  log.error({ err: error, requestId }, "request failed");
  return wireErrorResponse(
    500,
    "INTERNAL_ERROR",
    `Something went wrong on the server; its log has the details under ${requestId}`,
  );
}

function domainErrorResponse(error: DomainError, publicUrl: string): Response {
  const { status, code } = WIRE_ERRORS[error.code];
  const { remedy, path } = error.details;
  const link = path === undefined ? "" : `: ${new URL(path, publicUrl).href}`;
  const message =
    remedy !== undefined && WITH_REMEDY.has(error.code)
      ? `${error.message}. To mend it: ${remedy}${link}`
      : error.message;
  const response = wireErrorResponse(status, code, message);
  for (const [name, value] of Object.entries(retryHeaders(error.details))) response.headers.set(name, value);
  if (status === 401) response.headers.set("www-authenticate", 'Basic realm="assay", charset="UTF-8"');
  return response;
}

export function wireErrorResponse(status: number, code: string, message: string): Response {
  return Response.json({ error_code: code, message }, { status });
}
