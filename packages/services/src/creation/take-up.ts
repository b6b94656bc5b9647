import { creations, type SqlStore } from "@assay/db";
import type { ProjectContext } from "../context.ts";
import { type CreationRequest, RETRY_WINDOW_MS } from "./creation-request.ts";

/** What is to be made, and by which request if that can be known again. */
export interface Asked {
  /** A uuid of ours when left out. */
  id?: string | undefined;
  request?: CreationRequest | undefined;
}

/**
 * Under which id something is made in the transaction `tx`. `isMade` when a request that equals this one has made it
 * before, its answer was lost, and nobody has written to it since: it is this one's result then.
 */
export async function takeUp(
  tx: SqlStore,
  ctx: ProjectContext,
  kind: creations.CreationKind,
  { id = ctx.ids.uuid(), request }: Asked,
): Promise<{ id: string; isMade: boolean }> {
  if (request === undefined) return { id, isMade: false };
  const isUntouched = request.isRepeat ? await creations.isUntouched(tx, kind, ctx.project.id, id) : null;
  if (isUntouched) return { id, isMade: true };
  // Somebody has its answer, or it was never made.
  const asked = isUntouched === null ? id : ctx.ids.uuid();
  const scope = creationScope(ctx, request);
  const creation = { digest: request.digest, id: asked };
  const left = (await creations.note(tx, scope, creation)) ? null : await creations.claim(tx, kind, scope, creation);
  return left === null ? { id: asked, isMade: false } : { id: left, isMade: true };
}

/** By whom and when the request is answered. */
export function creationScope(ctx: ProjectContext, { processKey }: CreationRequest): creations.CreationScope {
  const now = ctx.clock.now();
  return { projectId: ctx.project.id, processKey, since: new Date(now.getTime() - RETRY_WINDOW_MS), now };
}
