import type { ProjectId } from "@assay/contract";
import { arrayLiteral, fromHex, toId } from "../convert.ts";
import { claimCreation, findMade, noteCreations, sweepCreations } from "../sql/creations/claim-creation.ts";
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

/**
 * Of each request that equals one which another server process answered before it ended: the id of what was left
 * behind, by the id that was asked for. All others are noted.
 */
export async function claim(
  tx: SqlStore,
  kind: CreationKind,
  { projectId, processKey, since, now }: CreationScope,
  asked: readonly Creation[],
): Promise<Map<string, string>> {
  const digests = arrayLiteral(asked.map(({ digest }) => digest));
  const ids = arrayLiteral(asked.map(({ id }) => id));
  const others = await tx.query<{ result_id: string }>(noteCreations, [
    projectId,
    digests,
    ids,
    since,
    processKey,
    now,
  ]);
  const left = new Map<string, string>();
  for (const { result_id } of others) {
    const id = toId<string>(result_id);
    const digest = fromHex(asked.find((one) => one.id === id)?.digest ?? "");
    const values = [projectId, digest, since, processKey, id, now];
    const [row] = await tx.query<{ result_id: string }>(claimCreation(kind), values);
    if (row !== undefined) left.set(id, toId(row.result_id));
  }
  return left;
}

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
