import type { Actor, UserId } from "@assay/contract";

/** The actor as people read it. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "user":
      return actor.name;
    case "token":
    case "system":
      return actor.name;
    case "anonymous":
      return "nobody";
  }
}

/** The actor as records keep it. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "token":
      return actor.tokenId;
    case "system":
      return actor.name;
    case "anonymous":
      return "";
  }
}

/** The person behind the actor, if there is one. */
export function actorUserId(actor: Actor): UserId | null {
  if (actor.kind === "user") return actor.userId;
  return actor.kind === "token" && actor.owner.kind === "user" ? actor.owner.userId : null;
}

/** Tells actors apart where their access is remembered. */
export const actorKey = (actor: Actor): string => `${actor.kind}:${actorId(actor)}`;
