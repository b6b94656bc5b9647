import { DenseMetrics, RunId } from "@assay/contract";
import { countPoints, densePoints } from "@assay/domain";
import { enterProject, logToRun, type ServiceContext } from "@assay/services";
import { Hono } from "hono";
import { readJson } from "../http/json-body.ts";
import { idOf } from "../http/path-id.ts";

export interface RouteDeps {
  open(request: Request): Promise<ServiceContext>;
}

/** The routes of the plain HTTP doors with the permission that the verb behind each asks for. */
export const INGEST_ROUTES = [
  { method: "POST", path: "/api/ingest/:workspace/:project/runs/:runId/metrics", permission: "run:write" },
] as const;

/** The native ingest door: points of one run as a dense JSON matrix, without tRPC around them. */
export function ingestRoutes({ open }: RouteDeps): Hono {
  const app = new Hono();
  app.post(INGEST_ROUTES[0].path, async (c) => {
    const { workspace, project, runId } = c.req.param();
    const ctx = await enterProject({ ctx: await open(c.req.raw), input: { workspace, project } });
    const metrics = densePoints(await readJson(c.req.raw, DenseMetrics));
    await logToRun({ ctx, input: { runId: idOf(RunId, runId, "Run"), metrics } });
    return c.json({ accepted: countPoints(metrics) });
  });
  return app;
}
