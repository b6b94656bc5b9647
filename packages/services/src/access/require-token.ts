import { DomainError, invalidInput, type TokenActor } from "@assay/contract";
import type { ServiceContext } from "../context.ts";

/** The API token that asks. Only a token belongs to one workspace, so that an address need not name it. */
export function requireToken({ actor }: ServiceContext): TokenActor {
  if (actor.kind === "token") return actor;
  if (actor.kind === "anonymous") {
    throw new DomainError("UNAUTHENTICATED", "Send an API token", {
      remedy: "set MLFLOW_TRACKING_TOKEN, or the header Authorization: Bearer <token>",
    });
  }
  throw invalidInput("No default project", undefined, "name one in the address: /p/<workspace>/<project>");
}
