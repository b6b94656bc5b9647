/** Every way a request can fail for a reason the caller can act on. Doors map each code once. */
export const ERROR_CODES = [
  "INVALID_INPUT",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "CONFLICT",
  "PARAM_IS_WRITE_ONCE",
  "RUN_ARCHIVED",
  "ALIAS_PROTECTED",
  "DIGEST_MISMATCH",
  "PAYLOAD_TOO_LARGE",
  "SEQUENCE_GAP",
  "RATE_LIMITED",
  "BACKPRESSURE",
  "UNAVAILABLE",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
