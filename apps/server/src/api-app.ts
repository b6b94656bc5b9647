import type { LiveHub } from "@assay/api";
import { type ActorDeps, getActor } from "@assay/auth";
import { createMlflowDoor, type MlflowDoorDeps } from "@assay/mlflow";
import type { Logger, ServiceContext } from "@assay/services";
import { Hono } from "hono";
import type { House } from "./compose/house.ts";
import { errorResponse } from "./http/error-response.ts";
import { streamBody } from "./http/read-body.ts";
import { readText } from "./http/read-text.ts";
import { guardHost, guardRequest } from "./http/request-guard.ts";
import { sendJson } from "./http/send-json.ts";
import { streamSender } from "./http/send-stream.ts";
import { watchAnswer } from "./http/watch-answer.ts";
import { countAnswer } from "./metrics/server-counters.ts";
import { artifactRoutes } from "./routes/artifact-routes.ts";
import { exportRoutes } from "./routes/export-routes.ts";
import { ingestRoutes } from "./routes/ingest-routes.ts";
import { logRoutes } from "./routes/log-routes.ts";
import { monitoringRoutes } from "./routes/monitoring-routes.ts";
import { seriesRoutes } from "./routes/series-routes.ts";
import { trpcRoutes } from "./routes/trpc-routes.ts";

export interface ApiAppDeps {
  house: House;
  live: LiveHub;
  actors: ActorDeps;
  publicUrl: string;
  hosts: ReadonlySet<string>;
  metricsToken: string | undefined;
  log: Logger;
}

/** Every API door on one app: each request is guarded and given an actor before a route sees it. */
export function createApiApp({ house, live, actors, publicUrl, hosts, metricsToken, log }: ApiAppDeps): Hono {
  const publicOrigin = new URL(publicUrl).origin;
  const identify = async (request: Request, ctx: ServiceContext): Promise<ServiceContext> => {
    guardRequest(request, publicOrigin);
    const actor = await getActor(request.headers, actors, ctx);
    ctx.rates.takeRequest(actor);
    return { ...ctx, actor };
  };
  const open = (request: Request): Promise<ServiceContext> => identify(request, house.requestContext(request.signal));
  const whileReading: MlflowDoorDeps["whileReading"] = (request, read) =>
    house.whileReading(request.signal, async (ctx) => read(await identify(request, ctx)));
  const beforeWriting: MlflowDoorDeps["beforeWriting"] = (request, prepare) =>
    house.beforeWriting(request.signal, async (ctx) => prepare(await identify(request, ctx)));
  const whileWriting: MlflowDoorDeps["whileWriting"] = (request, write) =>
    house.whileWriting(request.signal, async (ctx) => write(await identify(request, ctx)));
  const sendStream = streamSender(log);
  const app = new Hono();
  app.use(async (c, next) => {
    guardHost(c.req.raw, hosts);
    await next();
    countAnswer(house.counters, c);
  });
  app.onError((error) => errorResponse(error, log));
  app.notFound((c) => c.json({ error: { code: "NOT_FOUND", message: `There is nothing at ${c.req.path}` } }, 404));
  app.get("/api/health", (c) => c.json({ status: "ok" }));
  app.route("/", monitoringRoutes({ monitor: house.monitor, token: metricsToken }));
  app.route("/", trpcRoutes({ open, live, log }));
  app.route("/", ingestRoutes({ open }));
  app.route("/", logRoutes({ open }));
  app.route("/", seriesRoutes({ open }));
  app.route("/", exportRoutes({ open }));
  app.route("/", artifactRoutes({ open, sendStream }));
  const { processKey, hasDirectTransfer } = house;
  app.route(
    "/",
    createMlflowDoor({
      whileReading,
      beforeWriting,
      whileWriting,
      readText,
      streamBody,
      sendJson,
      sendStream,
      watchAnswer,
      log,
      publicUrl,
      processKey,
      hasDirectTransfer,
    }),
  );
  return app;
}
