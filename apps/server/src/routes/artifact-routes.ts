import { type ArtifactOwner, invalidInput, LoggedModelId, notFound, RunId, Sha256 } from "@assay/contract";
import {
  enterProject,
  type OpenedArtifact,
  type ProjectContext,
  putArtifact,
  readArtifact,
  readVersionFile,
} from "@assay/services";
import { type Context, Hono } from "hono";
import { artifactHeaders, PREVIEW_LIMIT_BYTES } from "../http/artifact-headers.ts";
import { idOf } from "../http/path-id.ts";
import { streamBody } from "../http/read-body.ts";
import { refuseDotSegments } from "../http/refuse-dot-segments.ts";
import type { SendStream } from "../http/send-stream.ts";
import type { RouteDeps } from "./ingest-routes.ts";

const BASE = "/api/artifacts/:workspace/:project";

export const ARTIFACT_ROUTES = [
  { method: "GET", path: `${BASE}/run/:id/*`, permission: "artifact:read" },
  { method: "PUT", path: `${BASE}/run/:id/*`, permission: "artifact:write" },
  { method: "GET", path: `${BASE}/logged-model/:id/*`, permission: "artifact:read" },
  { method: "PUT", path: `${BASE}/logged-model/:id/*`, permission: "artifact:write" },
  { method: "GET", path: `${BASE}/model/:name/:version/*`, permission: "model:read" },
] as const;

/** Files in and out, streamed. What a browser could run is only ever handed over as a download. */
export function artifactRoutes({ open, sendStream }: RouteDeps & { sendStream: SendStream }): Hono {
  const app = new Hono();
  const enter = async (c: Context): Promise<ProjectContext> => {
    const { workspace = "", project = "" } = c.req.param();
    const ctx = await open(c.req.raw);
    refuseDotSegments(c);
    return enterProject({ ctx, input: { workspace, project } });
  };
  const send = async (c: Context, { file, open: openFile }: OpenedArtifact): Promise<Response> => {
    const isPreview = c.req.query("preview") === "1" && file.sizeBytes <= PREVIEW_LIMIT_BYTES;
    return sendStream(c, artifactHeaders(file, isPreview), await openFile());
  };
  for (const kind of ["run", "logged-model"] as const) {
    app.get(`${BASE}/${kind}/:id/*`, async (c) => {
      const ctx = await enter(c);
      return send(c, await readArtifact({ ctx, input: { owner: ownerOf(kind, c), path: filePath(c, 7) } }));
    });
    app.put(`${BASE}/${kind}/:id/*`, async (c) => {
      const ctx = await enter(c);
      const content = streamBody(c);
      const announced = c.req.header("x-assay-sha256");
      const expectedSha256 = announced === undefined ? undefined : digestOf(announced);
      const input = { owner: ownerOf(kind, c), path: filePath(c, 7), content, expectedSha256 };
      return c.json(await putArtifact({ ctx, input }), 201);
    });
  }
  app.get(`${BASE}/model/:name/:version/*`, async (c) => {
    const ctx = await enter(c);
    const { name, version } = c.req.param();
    const number = Number(version);
    if (!Number.isSafeInteger(number)) throw notFound(`Model version ${version}`);
    return send(c, await readVersionFile({ ctx, input: { name, version: number, path: filePath(c, 8) } }));
  });
  return app;
}

function ownerOf(kind: "run" | "logged-model", c: Context): ArtifactOwner {
  const id = c.req.param("id") ?? "";
  return kind === "run"
    ? { kind: "run", runId: idOf(RunId, id, "Run") }
    : { kind: "loggedModel", loggedModelId: idOf(LoggedModelId, id, "Logged model") };
}

function digestOf(text: string) {
  const parsed = Sha256.safeParse(text);
  if (!parsed.success) throw invalidInput("x-assay-sha256 must be 64 lowercase hex digits", "x-assay-sha256");
  return parsed.data;
}

/** The file's path: everything after the first `skip` parts of the raw URL path, decoded exactly once. */
function filePath(c: Context, skip: number): string {
  const raw = new URL(c.req.url).pathname.split("/").slice(skip).join("/");
  try {
    return decodeURIComponent(raw);
  } catch {
    throw invalidInput("Invalid path", "path", "percent-encode the path as UTF-8");
  }
}
