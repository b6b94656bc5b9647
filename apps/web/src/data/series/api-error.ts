const CODES: Record<number, string> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  429: "TOO_MANY_REQUESTS",
};

/** A refusal by one of the plain HTTP routes, in the shape that failed tRPC calls have. */
export class ApiError extends Error {
  readonly data: { code: string; remedy: string | undefined };

  constructor(status: number, message: string, remedy: string | undefined) {
    super(message);
    this.name = "ApiError";
    this.data = { code: CODES[status] ?? "INTERNAL_SERVER_ERROR", remedy };
  }
}
