import type { Permission } from "@assay/contract";
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import type { ApiContext } from "./context.ts";
import { errorData, toTrpcError } from "./errors.ts";
import { transformer } from "./transformer.ts";

export interface ProcedureMeta {
  /** What the verb behind it asks for; `public` where nobody has a role yet. */
  permission: Permission | "public" | "signed-in";
}

const trpc = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer,
    errorFormatter({ shape, error }) {
      const isUnknown = shape.data.code === "INTERNAL_SERVER_ERROR";
      const zodError = error.cause instanceof z.ZodError ? z.prettifyError(error.cause) : null;
      const { stack: _stack, ...data } = shape.data;
      return {
        ...shape,
        message: isUnknown
          ? "Something went wrong on the server; its log has the details"
          : (zodError ?? shape.message),
        data: { ...data, ...errorData(error) },
      };
    },
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  });

export const { router, createCallerFactory } = trpc;

/** The start of every procedure: names its permission and turns a verb's failures into tRPC's. */
export const procedure = (permission: ProcedureMeta["permission"]) =>
  trpc.procedure.meta({ permission }).use(async ({ ctx, next, path }) => {
    const result = await next();
    if (result.ok) return result;
    const error = toTrpcError(result.error);
    if (error.code === "INTERNAL_SERVER_ERROR") {
      const { requestId, log } = ctx.services;
      log.error({ requestId, path, err: error.cause ?? error }, "procedure failed");
    }
    throw error;
  });
