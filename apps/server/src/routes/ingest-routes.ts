import {
  DenseMetrics,
  decodeFrame,
  FRAME_CONTENT_TYPE,
  type IngestWriter,
  type LogMetricsResult,
  RunId,
  readDenseMetrics,
} from "@assay/contract";
import { densePoints, type KeyPoints } from "@assay/domain";
import { enterProject, logMetrics, type ServiceContext } from "@assay/services";
import { type Context, Hono } from "hono";
import { readJson } from "../http/json-body.ts";
import { incomingOf } from "../http/node-http.ts";
import { idOf } from "../http/path-id.ts";
import { readBody } from "../http/read-body.ts";
import { sendJson } from "../http/send-json.ts";

export interface RouteDeps {
  open(request: Request): Promise<ServiceContext>;
}

/** The routes of the plain HTTP doors with the permission that the verb behind each asks for. */
export const INGEST_ROUTES = [
  { method: "POST", path: "/api/ingest/:workspace/:project/runs/:runId/metrics", permission: "run:write" },
] as const;

/** The native ingest door: points of one run as a dense JSON matrix or a binary frame, without tRPC around them. */
export function ingestRoutes({ open }: RouteDeps): Hono {
  const app = new Hono();
  app.post(INGEST_ROUTES[0].path, async (c) => {
    const { workspace, project, runId } = c.req.param();
    const ctx = await enterProject({ ctx: await open(c.req.raw), input: { workspace, project } });
    const points = await readPoints(c);
    const result: LogMetricsResult = await logMetrics({ ctx, input: { runId: idOf(RunId, runId, "Run"), ...points } });
    return sendJson(c, JSON.stringify(result));
  });
  return app;
}

async function readPoints(c: Context): Promise<{ metrics: KeyPoints[]; writer: IngestWriter | undefined }> {
  if (isFrame(incomingOf(c).headers["content-type"])) {
    const { series, writer } = decodeFrame(await readBody(c));
    return { metrics: series, writer };
  }
  const dense = await readJson(c, DenseMetrics, readDenseMetrics);
  return { metrics: densePoints(dense), writer: dense.writer };
}

const isFrame = (contentType = ""): boolean =>
  contentType.split(";", 1)[0]?.trim().toLowerCase() === FRAME_CONTENT_TYPE;
