import type { AppRouter } from "@assay/api";
import { ERROR_CODES } from "@assay/contract";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import { AssayError } from "./assay-error.ts";

/** The whole API, typed from the server's router. */
export type ApiClient = ReturnType<typeof createTRPCClient<AppRouter>>;

export function createApiClient(url: string, token: string): ApiClient {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${url}/api/trpc`,
        transformer: superjson,
        headers: { authorization: `Bearer ${token}` },
        maxItems: 20,
      }),
    ],
  });
}

/** Any failure of a call as an AssayError. */
export function toAssayError(error: unknown): AssayError {
  if (error instanceof AssayError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof TRPCClientError)) return new AssayError("OFFLINE", message, { cause: error });
  if (error.data === null || error.data === undefined) {
    return new AssayError("OFFLINE", `The server could not be reached: ${message}`, { cause: error });
  }
  return new AssayError(codeOf(error.data), message, { cause: error });
}

function codeOf(data: unknown): AssayError["code"] {
  const { errorCode, code } = Object(data);
  const known = ERROR_CODES.find((candidate) => candidate === errorCode);
  if (known !== undefined) return known;
  if (code === "PAYLOAD_TOO_LARGE") return "PAYLOAD_TOO_LARGE";
  return code === "INTERNAL_SERVER_ERROR" ? "INTERNAL" : "INVALID_INPUT";
}
