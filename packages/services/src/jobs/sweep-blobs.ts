import { storage } from "@assay/db";
import type { ServiceContext } from "../context.ts";

/** Longer than any upload lasts from its last byte to its row, and than any registration of a file takes. */
const GRACE_MS = 24 * 60 * 60 * 1_000;
/** Longer than any upload takes: what is half done for so long was cut short. */
const CUT_SHORT_MS = 3 * 24 * 60 * 60 * 1_000;
const BLOBS_AT_ONCE = 100;
const LISTED_AT_ONCE = 1_000;

/**
 * Removes files that nothing has named for a day, and what was cut short. For the worker. The bytes go before their row's
 * removal is committed, so that a kill leaves a row that the next sweep takes again, and never bytes without a row.
 */
export async function sweepBlobs({ ctx }: { ctx: ServiceContext }): Promise<void> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - GRACE_MS);
  await ctx.blobs.sweep(new Date(now.getTime() - CUT_SHORT_MS));
  await adoptStrays(ctx, now);
  await storage.markUnused(ctx.db, now);
  let bytes = 0;
  for (let hasMore = true; hasMore && !ctx.signal.aborted; ) {
    hasMore = await ctx.db.transaction(async (tx) => {
      const unused = await storage.takeUnused(tx, before, BLOBS_AT_ONCE);
      // Side by side: from a bucket each takes a few requests.
      const removed = await Promise.all(unused.map(({ sha256 }) => ctx.blobs.remove(sha256, before)));
      bytes += unused.reduce((sum, { sizeBytes }, at) => (removed[at] === true ? sum + sizeBytes : sum), 0);
      return unused.length > 0;
    });
  }
  if (bytes > 0) ctx.log.info({ bytes }, "removed files that nothing names");
}

/** Bytes whose upload was refused or killed in the end have no row yet; with one they are swept like all others. */
async function adoptStrays(ctx: ServiceContext, now: Date): Promise<void> {
  let listed: storage.BlobSize[] = [];
  for await (const blob of ctx.blobs.list()) {
    listed.push(blob);
    if (listed.length < LISTED_AT_ONCE) continue;
    await storage.adopt(ctx.db, listed, now);
    listed = [];
  }
  if (listed.length > 0) await storage.adopt(ctx.db, listed, now);
}
