import type { Permission } from "@assay/contract";
import type { ProjectContext } from "@assay/services";
import type { z } from "zod";
import { parseInput } from "../wire/parse-input.ts";

export type RouteMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface RouteCall {
  ctx: ProjectContext;
  request: Request;
  /** Query, JSON body and path parameters together; not yet checked. */
  raw: unknown;
}

/** One route of the protocol. `/ajax-api/…` and `/p/<workspace>/<project>/…` reach the same one. */
export interface MlflowRoute {
  method: RouteMethod;
  /** `{name}` stands for one part of the path, `{...name}` for all the rest. */
  path: string;
  /** What the caller needs in the project, asked before the input is looked at. */
  permission: Permission;
  run(call: RouteCall): Promise<object | Response>;
}

interface RouteDefinition<Schema extends z.ZodType> {
  method: RouteMethod;
  path: string;
  permission: Permission;
  input: Schema;
  /** Answers plain requests to a route that is called all the time, without the schema; null leaves it to `handle`. */
  quick?: (call: { ctx: ProjectContext; raw: unknown }) => Promise<object> | null;
  /** Answers the response's JSON object, or a whole response. */
  handle(call: { ctx: ProjectContext; input: z.output<Schema>; request: Request }): Promise<object | Response>;
}

/** Declares a route; its handler sees input that fits the schema only. */
export function mlflowRoute<Schema extends z.ZodType>(definition: RouteDefinition<Schema>): MlflowRoute {
  const { method, path, permission, input: schema, quick, handle } = definition;
  return {
    method,
    path,
    permission,
    run: ({ ctx, raw, request }) => quick?.({ ctx, raw }) ?? handle({ ctx, input: parseInput(schema, raw), request }),
  };
}
