import { creations } from "@assay/db";
import type { ServiceContext } from "../context.ts";
import { RETRY_WINDOW_MS } from "../creation/creation-request.ts";

/** Forgets the requests that no client sends again. For the worker. */
export async function sweepCreations({ ctx }: { ctx: ServiceContext }): Promise<void> {
  await creations.sweep(ctx.db, new Date(ctx.clock.now().getTime() - RETRY_WINDOW_MS));
}
