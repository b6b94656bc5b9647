import { Readable } from "node:stream";
import { ExportFormat, ExportPoints, invalidInput } from "@assay/contract";
import { enterProject, exportPoints } from "@assay/services";
import { type Context, Hono } from "hono";
import { pointsCsv } from "../export/points-csv.ts";
import { pointsParquet } from "../export/points-parquet.ts";
import type { RouteDeps } from "./ingest-routes.ts";

export const EXPORT_ROUTES = [
  { method: "GET", path: "/api/export/:workspace/:project/points", permission: "run:read" },
] as const;

const WRITERS = {
  csv: { write: pointsCsv, type: "text/csv; charset=utf-8" },
  parquet: { write: pointsParquet, type: "application/vnd.apache.parquet" },
} as const satisfies Record<ExportFormat, object>;

/** Every point of runs as a file, streamed: `?format=parquet&runs=<id>,<id>&key=loss&key=acc`. */
export function exportRoutes({ open }: RouteDeps): Hono {
  const app = new Hono();
  app.get(EXPORT_ROUTES[0].path, async (c) => {
    const { workspace, project } = c.req.param();
    const ctx = await enterProject({ ctx: await open(c.req.raw), input: { workspace, project } });
    const format = formatOf(c);
    const parts = await exportPoints({ ctx, input: inputOf(c) });
    const body = Readable.from(WRITERS[format].write(parts));
    return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": WRITERS[format].type,
        "content-disposition": `attachment; filename="points.${format}"`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  });
  return app;
}

function formatOf(c: Context): ExportFormat {
  const parsed = ExportFormat.safeParse(c.req.query("format") ?? "csv");
  if (!parsed.success) throw invalidInput("format must be csv or parquet", "format", "leave it out for csv");
  return parsed.data;
}

function inputOf(c: Context): ExportPoints {
  const runIds = (c.req.query("runs") ?? "").split(",").filter((id) => id !== "");
  const keys = c.req.queries("key");
  const parsed = ExportPoints.safeParse(keys === undefined ? { runIds } : { runIds, keys });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalidInput(issue?.message ?? "The address is wrong", issue?.path[0] === "keys" ? "key" : "runs");
}
