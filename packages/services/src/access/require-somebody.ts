import { DomainError } from "@assay/contract";
import type { ServiceContext } from "../context.ts";

/** Refuses with UNAUTHENTICATED who neither signed in nor sent a token. */
export function requireSomebody(ctx: ServiceContext): void {
  if (ctx.actor.kind !== "anonymous") return;
  throw new DomainError("UNAUTHENTICATED", "Sign in, or send an API token", {
    remedy: "set the header Authorization: Bearer <token>",
  });
}
