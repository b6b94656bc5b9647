import { DomainError, type Permission, roleAllows, scopesAllow } from "@assay/contract";
import type { WorkspaceContext } from "../context.ts";

/** Refuses with FORBIDDEN unless the actor's role, and a token's scopes, allow it. First line of every verb. */
export function requirePermission(ctx: WorkspaceContext, permission: Permission): void {
  if (!roleAllows(ctx.role, permission)) {
    throw new DomainError("FORBIDDEN", `Your role ${ctx.role} does not allow ${permission}`, {
      remedy: "ask an admin of the workspace for a stronger role",
    });
  }
  if (ctx.actor.kind === "token" && !scopesAllow(ctx.actor.scopes, permission)) {
    throw new DomainError("FORBIDDEN", `This API token's scopes do not allow ${permission}`, {
      remedy: "make a token with the scope it needs",
    });
  }
}
