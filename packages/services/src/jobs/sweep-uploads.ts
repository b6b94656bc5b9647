import { artifactUploads } from "@assay/db";
import type { ServiceContext } from "../context.ts";

/** An hour more than the addresses of the parts are good for. */
const LASTS_MS = 25 * 60 * 60 * 1_000;
const AT_ONCE = 100;

/** Takes away uploads that nobody has completed within a day, and forgets those that are over. For the worker. */
export async function sweepUploads({ ctx }: { ctx: ServiceContext }): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - LASTS_MS);
  for (let hasMore = true; hasMore && !ctx.signal.aborted; ) {
    const old = await artifactUploads.listOld(ctx.db, before, AT_ONCE);
    // The parts first: without its row, nothing would lead to them but their age.
    for (const upload of old) await ctx.blobs.direct?.discard(upload);
    await artifactUploads.forget(
      ctx.db,
      old.map(({ id }) => id),
    );
    hasMore = old.length === AT_ONCE;
  }
}
