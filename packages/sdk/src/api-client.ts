import type { AppRouter } from "@assay/api";
import { ERROR_CODES } from "@assay/contract";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import { AssayError } from "./assay-error.ts";

/**
 * The whole API, typed from the server's router.
 * @internal Left out of what is published: a user of the SDK has no router to take types from.
 */
export type ApiClient = ReturnType<typeof createTRPCClient<AppRouter>>;

/** @internal */
export function createApiClient(url: string, token: string): ApiClient {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${url}/api/trpc`,
        transformer,
        headers: { authorization: `Bearer ${token}` },
        maxItems: 20,
      }),
    ],
  });
}

/** superjson refuses some inputs, such as a key `__proto__`; that is the caller's fault and no lost connection. */
const transformer = {
  input: {
    serialize(value: unknown) {
      try {
        return superjson.serialize(value);
      } catch (cause) {
        throw new AssayError("INVALID_INPUT", cause instanceof Error ? cause.message : String(cause), { cause });
      }
    },
    deserialize: superjson.deserialize,
  },
  output: superjson,
};

/** Any failure of a call as an AssayError. */
export function toAssayError(error: unknown): AssayError {
  if (error instanceof AssayError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.cause instanceof AssayError) return error.cause;
  if (!(error instanceof TRPCClientError)) return new AssayError("OFFLINE", message, { cause: error });
  if (error.data === null || error.data === undefined) {
    const refusal = refusalOf(error.meta);
    if (refusal !== null) return refusal;
    return new AssayError("OFFLINE", `The server could not be reached: ${message}`, { cause: error });
  }
  const { retryAfterSeconds = 0 } = Object(error.data);
  return new AssayError(codeOf(error.data), message, { cause: error, retryAfterMs: 1_000 * Number(retryAfterSeconds) });
}

/** What a server says that refuses a request before it looks at the calls in it; null when nobody answered so. */
function refusalOf(meta: Record<string, unknown> | undefined): AssayError | null {
  const { status } = Object(meta?.response);
  const { code, message } = Object(Object(meta?.responseJSON).error);
  const known = ERROR_CODES.find((candidate) => candidate === code);
  return status < 500 && known !== undefined ? new AssayError(known, String(message)) : null;
}

function codeOf(data: unknown): AssayError["code"] {
  const { errorCode, code } = Object(data);
  const known = ERROR_CODES.find((candidate) => candidate === errorCode);
  if (known !== undefined) return known;
  if (code === "PAYLOAD_TOO_LARGE") return "PAYLOAD_TOO_LARGE";
  return code === "INTERNAL_SERVER_ERROR" ? "INTERNAL" : "INVALID_INPUT";
}
