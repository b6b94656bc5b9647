import type { DirectTransfer } from "@assay/blobs";
import type { ServiceContext } from "../context.ts";

/** Whether clients may exchange files with a bucket themselves. Doors ask first, for each says no in its own words. */
export function hasDirectTransfer(ctx: ServiceContext): boolean {
  return ctx.blobs.direct !== null;
}

/** For verbs that only doors which asked may call. */
export function requireDirectTransfer(ctx: ServiceContext): DirectTransfer {
  if (ctx.blobs.direct === null) throw new Error("the files of this installation lie in no bucket of clients' reach");
  return ctx.blobs.direct;
}
