import { appRouter, type LiveHub } from "@assay/api";
import { invalidInput, LIMITS } from "@assay/contract";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { RouteDeps } from "./ingest-routes.ts";

export const TRPC_ENDPOINT = "/api/trpc";
const MAX_BATCH = 50;

/** The typed API for browsers and the SDK. */
export function trpcRoutes({ open, live }: RouteDeps & { live: LiveHub }): Hono {
  const app = new Hono();
  app.use(`${TRPC_ENDPOINT}/*`, bodyLimit({ maxSize: LIMITS.requestBytes }));
  app.all(`${TRPC_ENDPOINT}/*`, async (c) => {
    const procedures = c.req.path.slice(TRPC_ENDPOINT.length + 1).split(",").length;
    if (procedures > MAX_BATCH) throw invalidInput(`At most ${MAX_BATCH} calls fit in one batch`, "batch");
    const services = await open(c.req.raw);
    return fetchRequestHandler({
      endpoint: TRPC_ENDPOINT,
      req: c.req.raw,
      router: appRouter,
      createContext: () => ({ services, live }),
      responseMeta: () => ({ headers: { "cache-control": "no-store" } }),
    });
  });
  return app;
}
