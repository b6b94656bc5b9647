import { groupSeriesJson, seriesJson } from "@assay/api";
import {
  COLUMN_FRAME_TYPE,
  type ColumnBlock,
  encodeColumns,
  type GroupSeriesHead,
  GroupSeriesQuery,
  type SeriesHead,
  SeriesQuery,
} from "@assay/contract";
import {
  enterProject,
  type GroupSeriesAnswer,
  type ProjectContext,
  readGroupSeries,
  readSeries,
  type SeriesAnswer,
} from "@assay/services";
import { type Context, Hono } from "hono";
import { readJson } from "../http/json-body.ts";
import type { RouteDeps } from "./ingest-routes.ts";

export const SERIES_ROUTES = [
  { method: "POST", path: "/api/series/:workspace/:project", permission: "run:read" },
  { method: "POST", path: "/api/series/:workspace/:project/groups", permission: "run:read" },
] as const;

/** Series of many runs and keys in one answer: binary columns for whoever accepts them, JSON for the rest. */
export function seriesRoutes({ open }: RouteDeps): Hono {
  const app = new Hono();
  const enter = async (c: Context): Promise<ProjectContext> => {
    const { workspace = "", project = "" } = c.req.param();
    return enterProject({ ctx: await open(c.req.raw), input: { workspace, project } });
  };
  app.post(SERIES_ROUTES[0].path, async (c) => {
    const ctx = await enter(c);
    const answers = await readSeries({ ctx, input: await readJson(c, SeriesQuery) });
    return wantsColumns(c) ? columns(answers.map(seriesBlock)) : json(answers.map(seriesJson));
  });
  app.post(SERIES_ROUTES[1].path, async (c) => {
    const ctx = await enter(c);
    const answers = await readGroupSeries({ ctx, input: await readJson(c, GroupSeriesQuery) });
    return wantsColumns(c) ? columns(answers.map(groupBlock)) : json(answers.map(groupSeriesJson));
  });
  return app;
}

const wantsColumns = (c: Context): boolean => (c.req.header("accept") ?? "").includes(COLUMN_FRAME_TYPE);

const headers = { "cache-control": "no-store", vary: "accept" };

function columns<Head, Column extends string>(blocks: readonly ColumnBlock<Head, Column>[]): Response {
  return new Response(encodeColumns(blocks), { headers: { ...headers, "content-type": COLUMN_FRAME_TYPE } });
}

/** JSON has no word for NaN and the infinities: they are written as texts, as they are when logged. */
function json(body: unknown): Response {
  const text = JSON.stringify(body, (_, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
  );
  return new Response(text, { headers: { ...headers, "content-type": "application/json" } });
}

/** Columns that say nothing new are left out: places that are steps or times, and extremes of single points. */
function seriesBlock({ head, axis, x, blocks }: SeriesAnswer): ColumnBlock<SeriesHead, string> {
  const { steps, timesMs, values, min, max } = blocks;
  const places = axis === "step" || axis === "time" ? {} : { x };
  return { head, columns: { ...places, steps, timesMs, values, ...(head.isRaw ? {} : { min, max }) } };
}

const groupBlock = ({ head, line }: GroupSeriesAnswer): ColumnBlock<GroupSeriesHead, string> => ({
  head,
  columns: { ...line },
});
