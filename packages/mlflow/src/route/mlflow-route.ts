import type { Permission } from "@assay/contract";
import type { ProjectContext, WorkspaceContext } from "@assay/services";
import type { z } from "zod";
import type { Made, Make } from "../door/creations.ts";
import type { FileAnswer } from "../wire/file-answer.ts";
import { parseInput, parseQuery } from "../wire/parse-input.ts";

export type RouteMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface RouteCall<Ctx> {
  ctx: Ctx;
  request: Request;
  /** The body of a request that is a file. */
  content: AsyncIterable<Uint8Array>;
  /** Makes something by the digest of its request: when that comes again because its answer was lost, no second one. */
  makeOnce: MakeOnce;
}

export type MakeOnce = <Result extends Made>(digest: string, make: Make<Result>) => Promise<Result>;

interface RouteOf<Scope, Ctx> {
  method: RouteMethod;
  /** `{name}` stands for one part of the path, `{...name}` for all the rest. */
  path: string;
  /** Where it steps into before it runs. */
  scope: Scope;
  /** What the caller needs there, asked before the input is looked at. */
  permission: Permission;
  /** Whether that is a permission to read: it changes nothing then, and may run twice. */
  isReading: boolean;
  /** Whether its verb writes nothing without comparing the version of access: it may run twice too. */
  comparesAccess: boolean;
  /** What it needs besides because the answer shows what was written: asked for before anything is. */
  reads: Permission | undefined;
  /** How large its body may be; as large as any request's if undefined. */
  maxBytes: number | undefined;
  /**
   * Checks a request, which is its query, JSON body and path parameters together, and answers what carries it out.
   * @throws DomainError INVALID_INPUT for one that does not fit.
   */
  prepare(raw: unknown): (call: RouteCall<Ctx>) => Promise<RouteAnswer>;
}

/** The response's JSON object, a file, or a whole response. */
export type RouteAnswer = object | FileAnswer | Response;

/** One route of the protocol. `/ajax-api/…` and `/p/<workspace>/<project>/…` reach the same one. */
export type MlflowRoute = RouteOf<"project", ProjectContext> | RouteOf<"workspace", WorkspaceContext>;

interface RouteDefinition<Schema extends z.ZodType, Ctx> {
  method: RouteMethod;
  path: string;
  permission: Permission;
  reads?: Permission;
  comparesAccess?: boolean;
  maxBytes?: number;
  input: Schema;
  /** Answers plain requests to a route that is called all the time, without the schema; null leaves it to `handle`. */
  quick?: (call: { ctx: Ctx; raw: unknown }) => Promise<object> | null;
  handle(call: RouteCall<Ctx> & { input: z.output<Schema> }): Promise<RouteAnswer>;
}

/** Declares a route of a project; its handler sees input that fits the schema only. */
export const mlflowRoute = <Schema extends z.ZodType>(
  definition: RouteDefinition<Schema, ProjectContext>,
): MlflowRoute => ({ scope: "project", ...routeOf(definition) });

/** The same of a whole workspace. */
export const workspaceRoute = <Schema extends z.ZodType>(
  definition: RouteDefinition<Schema, WorkspaceContext>,
): MlflowRoute => ({ scope: "workspace", ...routeOf(definition) });

function routeOf<Schema extends z.ZodType, Ctx>({
  method,
  path,
  permission,
  reads,
  comparesAccess = false,
  maxBytes,
  input: schema,
  quick,
  handle,
}: RouteDefinition<Schema, Ctx>): Omit<RouteOf<unknown, Ctx>, "scope"> {
  const parse = method === "GET" ? parseQuery : parseInput;
  return {
    method,
    path,
    permission,
    isReading: permission.endsWith(":read"),
    reads,
    comparesAccess,
    maxBytes,
    prepare(raw) {
      if (quick !== undefined) {
        return (call) => quick({ ctx: call.ctx, raw }) ?? handle({ ...call, input: parse(schema, raw) });
      }
      const input = parse(schema, raw);
      return (call) => handle({ ...call, input });
    },
  };
}
