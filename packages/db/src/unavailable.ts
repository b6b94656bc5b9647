import { DomainError } from "@assay/contract";

/** Classes of SQLSTATE that say the server and not the statement is at fault. Source: PostgreSQL, appendix A. */
const SERVER_AT_FAULT = /^(08|53|57P|58)/;
const NETWORK = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOENT"]);
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

const RETRY_AFTER_SECONDS = 2;

/** What a caller is told when the database is gone, full or starting: to come back. Other errors stay what they are. */
export function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (!SERVER_AT_FAULT.test(code) && !NETWORK.has(code) && !BROKEN.test(error.message)) return error;
  const unavailable = new DomainError("UNAVAILABLE", "The database does not answer at the moment", {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    remedy: "send the same request again later",
  });
  unavailable.cause = error;
  return unavailable;
}
