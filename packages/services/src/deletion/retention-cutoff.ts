import type { ServiceContext } from "../context.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Runs archived before this moment have been archived for longer than so many days. */
export const retentionCutoff = (ctx: ServiceContext, days: number): Date =>
  new Date(ctx.clock.now().getTime() - days * DAY_MS);
