import { webhookDeliveries } from "@assay/db";
import type { ServiceContext } from "../context.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
/** How long what happened and what was sent stay to be looked at. */
const KEPT_MS = 30 * DAY_MS;
/** Far longer than a job needs to start, so that what is overdue for so long has none. */
const LOST_AFTER_MS = 15 * 60 * 1_000;
const AT_ONCE = 1_000;

/** Sends anew the attempts whose jobs got lost and forgets what is a month old. For the worker. */
export async function sweepWebhooks({ ctx }: { ctx: ServiceContext }): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const before = new Date(now.getTime() - LOST_AFTER_MS);
    for (const due of await webhookDeliveries.takeLost(tx, before, now, AT_ONCE)) {
      await ctx.jobs.enqueue(tx, "webhook.deliver", due);
    }
  });
  const old = new Date(now.getTime() - KEPT_MS);
  let forgotten = AT_ONCE;
  while (forgotten === AT_ONCE && !ctx.signal.aborted) {
    forgotten = await webhookDeliveries.forget(ctx.db, old, AT_ONCE);
  }
}
