import type { ErrorCode } from "@assay/contract";

/** What went wrong between here and the server. */
export class AssayError extends Error {
  override readonly name = "AssayError";
  /** The server's reason; OFFLINE when it could not be reached, INTERNAL for its own faults. */
  readonly code: ErrorCode | "OFFLINE" | "INTERNAL";

  constructor(code: ErrorCode | "OFFLINE" | "INTERNAL", message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** True when sending the same again later may work. */
  get isRetryable(): boolean {
    return ["OFFLINE", "INTERNAL", "RATE_LIMITED", "UNAVAILABLE"].includes(this.code);
  }
}
