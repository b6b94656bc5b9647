import type { ServiceContext } from "../context.ts";

/** Well below the time after which the queue takes a job for lost. */
const LONGEST_MS = 120_000;

/** Compacts points of all runs until none waits. For the worker; several may do it at once. */
export async function compactMetrics({ ctx }: { ctx: ServiceContext }): Promise<void> {
  const untilMs = ctx.clock.now().getTime() + LONGEST_MS;
  const isDone = await ctx.metrics.compactReady({ signal: ctx.signal, untilMs });
  if (!isDone) await ctx.jobs.enqueue(ctx.db, "metrics.compact", {});
}
