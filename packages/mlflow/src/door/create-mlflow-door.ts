import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import {
  type Logger,
  randomIds,
  requirePermission,
  type ServiceContext,
  systemClock,
  type WorkspaceContext,
} from "@assay/services";
import { type Context, Hono } from "hono";
import { createMatcher, type RouteMatch } from "../route/match-route.ts";
import type { MakeOnce, MlflowRoute, RouteAnswer } from "../route/mlflow-route.ts";
import { MLFLOW_ROUTES } from "../route/route-table.ts";
import { errorResponse, wireErrorResponse } from "../wire/error-response.ts";
import { FileAnswer, type FileHeaders } from "../wire/file-answer.ts";
import { readJsonBody } from "../wire/read-json-body.ts";
import { readQuery } from "../wire/read-query.ts";
import { withPathParams } from "../wire/with-path-params.ts";
import { writeJson } from "../wire/write-json.ts";
import { type AnswerFate, Creations } from "./creations.ts";
import { enterAddressedProject, enterAddressedWorkspace } from "./enter-address.ts";
import { publicRoute } from "./public-routes.ts";
import { rawTarget } from "./raw-target.ts";
import { type RequestAddress, refuseDotSegments, requestAddress } from "./request-address.ts";

export interface MlflowDoorDeps {
  /** Runs what changes nothing with a context for the request, which says who it is from; now and then twice. */
  whileReading: OpenRequest;
  /** The same of what comes before a write. */
  beforeWriting: OpenRequest;
  /** The same of what writes nothing without comparing the version of access by which the request was let in. */
  whileWriting: OpenRequest;
  /** The request's body; at most `drainBytes` of one that is too large are read away. */
  readText(c: Context, limits: { maxBytes?: number | undefined; drainBytes: number }): Promise<string>;
  /** The request's body as it comes. */
  streamBody(c: Context): AsyncIterable<Uint8Array>;
  /** Answers 200 with JSON. */
  sendJson(c: Context, json: string): Response;
  /** Answers 200 with a file. */
  sendStream(c: Context, headers: FileHeaders, content: Readable): Response;
  /** Says what becomes of the answer to a request, which is not begun yet. */
  watchAnswer(c: Context, fate: AnswerFate): void;
  /** Tells this server process from others on the same database. */
  processKey: bigint;
  /** Whether clients may exchange files with a bucket themselves. */
  hasDirectTransfer: boolean;
  log: Logger;
  /** Where people open the web app. */
  publicUrl: string;
}

/** Lets a request in. */
type OpenRequest = <Result>(request: Request, work: (ctx: ServiceContext) => Promise<Result>) => Promise<Result>;

/** How much of a refused body is read away, so that the client sees the answer and not a broken connection. */
const DRAIN_BYTES = 64 * 1024 * 1024;

const match = createMatcher(MLFLOW_ROUTES);

/** The MLflow REST protocol over the verbs. Paths that are not the protocol's go on to the next handler. */
export function createMlflowDoor({ log, publicUrl, processKey, ...io }: MlflowDoorDeps): Hono {
  const app = new Hono();
  const creations = new Creations({ processKey, nowMs: () => systemClock.now().getTime(), newId: randomIds.uuid });
  app.all("*", async (c, next) => {
    const target = rawTarget(c);
    const address = requestAddress(c.req.method, target.split("?", 1)[0] ?? "");
    if (address === null) return next();
    const requestId = randomUUID();
    try {
      refuseDotSegments(target);
      return await answer(c, address, { ...io, creations });
    } catch (error) {
      // The client hung up: nobody reads the answer, and nothing went wrong here.
      if (c.req.raw.signal.aborted) return wireErrorResponse(499, "CANCELLED", "The client closed the connection");
      // For who counts refusals: the answer is the protocol's own and does not say it.
      if (error instanceof Error) c.error = error;
      return errorResponse(error, { log, requestId, publicUrl });
    }
  });
  return app;
}

interface Means extends Omit<MlflowDoorDeps, "log" | "publicUrl" | "processKey"> {
  creations: Creations;
}

async function answer(c: Context, address: RequestAddress, means: Means): Promise<Response> {
  const request = c.req.raw;
  const method = request.method === "HEAD" ? "GET" : request.method;
  const publicAnswer = publicRoute(method, address.path, means);
  if (publicAnswer !== null) return publicAnswer;
  const found = match(method, address.path);
  if (found === null)
    return wireErrorResponse(404, "ENDPOINT_NOT_FOUND", `There is nothing at ${request.method} ${address.path}`);
  const body = await run(c, address, found, means);
  if (body instanceof Response) return body;
  if (!(body instanceof FileAnswer)) return means.sendJson(c, writeJson(body));
  if (request.method === "HEAD") return new Response(null, { headers: body.headers });
  return means.sendStream(c, body.headers, await body.open());
}

async function run(
  c: Context,
  address: RequestAddress,
  found: RouteMatch,
  { whileReading, beforeWriting, whileWriting, readText, streamBody, watchAnswer, creations }: Means,
): Promise<RouteAnswer> {
  const request = c.req.raw;
  const { route } = found;
  const readOnce = async () => {
    const raw = await readRaw(request, found, () => readText(c, { maxBytes: route.maxBytes, drainBytes: DRAIN_BYTES }));
    creations.see(request.url, raw);
    return raw;
  };
  let reading: Promise<object> | undefined;
  const read = () => {
    reading ??= readOnce();
    return reading;
  };
  const makeOnce: MakeOnce = (digest, make) => creations.make(digest, (fate) => watchAnswer(c, fate), make);
  const call = { request, content: streamBody(c), makeOnce };
  const prepare = async (ctx: ServiceContext): Promise<() => Promise<RouteAnswer>> => {
    if (route.scope === "workspace") {
      const workspaceCtx = await enterAddressedWorkspace(ctx, address);
      requireAll(workspaceCtx, route);
      const carryOut = route.prepare(await read());
      return () => carryOut({ ...call, ctx: workspaceCtx });
    }
    const projectCtx = await enterAddressedProject(ctx, address, request.headers);
    requireAll(projectCtx, route);
    const carryOut = route.prepare(await read());
    return () => carryOut({ ...call, ctx: projectCtx });
  };
  const carryOut = async (ctx: ServiceContext): Promise<RouteAnswer> => (await prepare(ctx))();
  if (route.isReading) return whileReading(request, carryOut);
  if (route.comparesAccess) return whileWriting(request, carryOut);
  return (await beforeWriting(request, prepare))();
}

function requireAll(ctx: WorkspaceContext, { permission, reads }: MlflowRoute): void {
  requirePermission(ctx, permission);
  if (reads !== undefined) requirePermission(ctx, reads);
}

/**
 * What a request names besides its path. A PUT's body is a file and left alone. A GET has a query, or else a body: what
 * calls the protocol by hand sends all its requests alike.
 */
async function readRaw(request: Request, { params }: RouteMatch, readText: () => Promise<string>): Promise<object> {
  const { method } = request;
  if (method === "PUT") return params;
  if (method === "GET" || method === "HEAD") {
    const query = new URL(request.url).searchParams;
    if (query.size > 0 || method === "HEAD") return withPathParams(readQuery(query), params);
  }
  return withPathParams(readJsonBody(await readText(), request), params);
}
