import { canonicalJson, sha256Hex } from "@assay/domain/digest";
import { actorKey } from "../access/actor-label.ts";
import type { ProjectContext } from "../context.ts";

/**
 * How long after a request its client may send it again: MLflow's clients try seven times, each for up to 120 s, with
 * pauses that double.
 */
export const RETRY_WINDOW_MS = 20 * 60 * 1_000;

/** A request to make something, by which one sent again is known. */
export interface CreationRequest {
  /** SHA-256 in hex of who asked for what, and where. */
  digest: string;
  /** The server process that answers. */
  processKey: bigint;
  /** It works under an id of which the answer was lost, or the making failed. */
  isRepeat: boolean;
}

/** Equal for equal bodies from one token into one project. */
export const creationDigest = (ctx: ProjectContext, kind: string, body: object): string =>
  sha256Hex(canonicalJson({ kind, project: ctx.project.id, actor: actorKey(ctx.actor), body }));
