import type { ErrorCode } from "@assay/contract";

/** What went wrong between here and the server. */
export class AssayError extends Error {
  override readonly name = "AssayError";
  /** The server's reason; OFFLINE when it could not be reached, INTERNAL for its own faults. */
  readonly code: ErrorCode | "OFFLINE" | "INTERNAL";

  /** How long the server asked to wait before the next try; 0 when it did not say. */
  readonly retryAfterMs: number;

  constructor(
    code: ErrorCode | "OFFLINE" | "INTERNAL",
    message: string,
    { retryAfterMs = 0, ...options }: ErrorOptions & { retryAfterMs?: number } = {},
  ) {
    super(message, options);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  /** True when sending the same again later may work. */
  get isRetryable(): boolean {
    return ["OFFLINE", "INTERNAL", "RATE_LIMITED", "BACKPRESSURE", "UNAVAILABLE"].includes(this.code);
  }
}
