import type { ProjectId } from "@assay/contract";
import { fromHex, toId } from "../convert.ts";
import { claimCreation, findMade, noteCreation, sweepCreations } from "../sql/creations/claim-creation.ts";
import type { CreationKind } from "../sql/creations/untouched-sql.ts";
import type { SqlStore, Store } from "../store.ts";

export type { CreationKind } from "../sql/creations/untouched-sql.ts";

export interface Creation {
  /** SHA-256 of who asked for what, in hex. */
  digest: string;
  /** What the request makes, if nothing is answered. */
  id: string;
}

/** By whom and when requests of a project are answered. */
export interface CreationScope {
  projectId: ProjectId;
  processKey: bigint;
  /** Older requests are not sent again. */
  since: Date;
  now: Date;
}

/** Notes a request, unless it equals one that another server process answers or answered; whether it was noted. */
export async function note(tx: SqlStore, scope: CreationScope, asked: Creation): Promise<boolean> {
  const [row] = await tx.query<{ is_known: boolean }>(noteCreation, valuesOf(scope, asked));
  return row?.is_known === false;
}

/**
 * The id of what was left behind by an equal request that another server process answered before it ended; null when
 * there is nothing, and the request is noted.
 */
export async function claim(
  tx: SqlStore,
  kind: CreationKind,
  scope: CreationScope,
  asked: Creation,
): Promise<string | null> {
  const [row] = await tx.query<{ result_id: string }>(claimCreation(kind), valuesOf(scope, asked));
  return row === undefined ? null : toId(row.result_id);
}

const valuesOf = ({ projectId, processKey, since, now }: CreationScope, { digest, id }: Creation): unknown[] => [
  projectId,
  fromHex(digest),
  since,
  processKey,
  id,
  now,
];

/** Whether nobody has written to what a request made; null when there is no such thing. */
export async function isUntouched(
  store: SqlStore,
  kind: CreationKind,
  projectId: ProjectId,
  id: string,
): Promise<boolean | null> {
  const [row] = await store.query<{ is_untouched: boolean }>(findMade(kind), [projectId, id]);
  return row?.is_untouched ?? null;
}

/** Forgets the requests from before a moment. */
export async function sweep(store: Store, before: Date): Promise<void> {
  await store.query(sweepCreations, [before]);
}
