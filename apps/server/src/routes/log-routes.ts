import { Readable } from "node:stream";
import { AppendLog, invalidInput, type LogLine, LogStream, RunId } from "@assay/contract";
import { appendLog, enterProject, exportLog, type ProjectContext } from "@assay/services";
import { type Context, Hono } from "hono";
import { readJson } from "../http/json-body.ts";
import { idOf } from "../http/path-id.ts";
import type { RouteDeps } from "./ingest-routes.ts";

export const LOG_ROUTES = [
  { method: "POST", path: "/api/ingest/:workspace/:project/runs/:runId/logs", permission: "run:write" },
  { method: "GET", path: "/api/ingest/:workspace/:project/runs/:runId/logs.txt", permission: "run:read" },
] as const;

/** Console output in, a batch of lines a request, and out, as one plain text. */
export function logRoutes({ open }: RouteDeps): Hono {
  const app = new Hono();
  const enter = async (c: Context): Promise<ProjectContext> => {
    const { workspace = "", project = "" } = c.req.param();
    return enterProject({ ctx: await open(c.req.raw), input: { workspace, project } });
  };
  const runOf = (c: Context) => idOf(RunId, c.req.param("runId") ?? "", "Run");
  app.post(LOG_ROUTES[0].path, async (c) => {
    const ctx = await enter(c);
    const batch = await readJson(c, AppendLog);
    return c.json(await appendLog({ ctx, input: { ...batch, runId: runOf(c) } }));
  });
  app.get(LOG_ROUTES[1].path, async (c) => {
    const ctx = await enter(c);
    const runId = runOf(c);
    const parts = await exportLog({ ctx, input: { runId, stream: streamOf(c) } });
    const text = Readable.from(asText(parts, c.req.query("times") === "1"));
    return new Response(Readable.toWeb(text) as ReadableStream<Uint8Array>, { headers: textHeaders(runId) });
  });
  return app;
}

function streamOf(c: Context): LogStream | null {
  const name = c.req.query("stream");
  if (name === undefined) return null;
  const parsed = LogStream.safeParse(name);
  if (!parsed.success) throw invalidInput("stream must be stdout or stderr", "stream", "leave it out for both");
  return parsed.data;
}

async function* asText(parts: AsyncIterable<LogLine[]>, hasTimes: boolean): AsyncGenerator<Uint8Array> {
  const prefix = (line: LogLine): string => (hasTimes ? `${new Date(line.timeMs).toISOString()} ` : "");
  for await (const lines of parts) {
    yield Buffer.from(lines.map((line) => `${prefix(line)}${line.text}\n`).join(""));
  }
}

/** What a program printed may hold markup; a browser is to save it and not to look into it. */
const textHeaders = (runId: RunId) => ({
  "content-type": "text/plain; charset=utf-8",
  "content-disposition": `attachment; filename="${runId}.log.txt"`,
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
  "cache-control": "private, no-store",
});
