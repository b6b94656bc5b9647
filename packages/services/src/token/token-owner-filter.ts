import { DomainError, type UserId } from "@assay/contract";
import { actorUserId } from "../access/actor-label.ts";
import type { WorkspaceContext } from "../context.ts";

/** Whose tokens the actor may manage: an admin everybody's (null), anybody else their own. */
export function tokenOwnerFilter(ctx: WorkspaceContext): UserId | null {
  if (ctx.role === "admin") return null;
  const userId = actorUserId(ctx.actor);
  if (userId === null) throw new DomainError("FORBIDDEN", "Only people manage tokens");
  return userId;
}
