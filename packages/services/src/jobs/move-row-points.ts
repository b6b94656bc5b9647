import type { ServiceContext } from "../context.ts";

/** Moves points of installations from before frames into chunks. For the worker; running it again changes nothing. */
export async function moveRowPoints({ ctx }: { ctx: ServiceContext }): Promise<void> {
  const isDone = await ctx.metrics.moveRowPoints(ctx.signal);
  if (!isDone) await ctx.jobs.enqueue(ctx.db, "metrics.moveRows", {});
}
