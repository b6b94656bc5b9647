import { type ApiContext, appRouter, asTrpcError, type LiveHub, retryHeadersOf } from "@assay/api";
import { DomainError, invalidInput, isDomainError, LIMITS } from "@assay/contract";
import type { Logger } from "@assay/services";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { RouteDeps } from "./ingest-routes.ts";

export const TRPC_ENDPOINT = "/api/trpc";
const MAX_BATCH = 50;

interface TrpcDeps extends RouteDeps {
  live: LiveHub;
  log: Logger;
}

function tooLarge(): never {
  throw new DomainError("PAYLOAD_TOO_LARGE", `The body is larger than ${LIMITS.requestBytes} bytes`, {
    remedy: "send several requests",
  });
}

/** The typed API for browsers and the SDK. */
export function trpcRoutes({ open, live, log }: TrpcDeps): Hono {
  const createContext = async (request: Request): Promise<ApiContext> => {
    try {
      return { services: await open(request), live };
    } catch (error) {
      if (!isDomainError(error)) log.error({ err: error }, "request failed");
      throw asTrpcError(error);
    }
  };
  const app = new Hono();
  app.use(`${TRPC_ENDPOINT}/*`, bodyLimit({ maxSize: LIMITS.requestBytes, onError: tooLarge }));
  app.all(`${TRPC_ENDPOINT}/*`, async (c) => {
    const procedures = c.req.path.slice(TRPC_ENDPOINT.length + 1).split(",").length;
    if (procedures > MAX_BATCH) throw invalidInput(`At most ${MAX_BATCH} calls fit in one batch`, "batch");
    return fetchRequestHandler({
      endpoint: TRPC_ENDPOINT,
      req: c.req.raw,
      router: appRouter,
      createContext: () => createContext(c.req.raw),
      // For who counts refusals: a batch answers what failed inside its body.
      onError: ({ error }) => {
        c.error = error.cause ?? error;
      },
      responseMeta: ({ errors }) => ({ headers: { "cache-control": "no-store", ...retryHeadersOf(errors) } }),
    });
  });
  return app;
}
