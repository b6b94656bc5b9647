import type { ServiceContext } from "../context.ts";

/** Well below the time after which the queue takes a job for lost. */
const LONGEST_MS = 120_000;
/** From so many rows on, room is made usable at once; autovacuum sees to fewer. */
const VACUUM_FROM_ROWS = 1_000;

/** Clears away what deleted runs logged. For the worker; killed and run again, it goes on where it was. */
export async function purgeRuns({ ctx }: { ctx: ServiceContext }): Promise<void> {
  const untilMs = ctx.clock.now().getTime() + LONGEST_MS;
  const { isDone, rows } = await ctx.metrics.purge({ signal: ctx.signal, untilMs });
  if (rows >= VACUUM_FROM_ROWS) await ctx.jobs.enqueue(ctx.db, "storage.vacuum", {});
  if (!isDone) await ctx.jobs.enqueue(ctx.db, "runs.purge", {});
}
