import type { ProjectId, RunId } from "@assay/contract";
import { toId } from "../convert.ts";
import { claimCreation, findUntouched, noteCreation, sweepCreations } from "../sql/runs/claim-creation.ts";
import type { SqlStore, Store } from "../store.ts";

export interface RunCreation {
  projectId: ProjectId;
  /** SHA-256 of who asked for what. */
  digest: Uint8Array<ArrayBuffer>;
  /** The run the request makes, if none is answered. */
  runId: RunId;
  processKey: bigint;
  /** Older requests are not sent again. */
  since: Date;
  now: Date;
}

/** A run that an equal request left behind when its server process ended; else notes this request and answers null. */
export async function claim(tx: SqlStore, creation: RunCreation): Promise<RunId | null> {
  const { projectId, digest, since, processKey, runId, now } = creation;
  const values = [projectId, digest, since, processKey, runId, now];
  if ((await tx.query(noteCreation, values)).length === 0) return null;
  const [row] = await tx.query<{ result_id: string }>(claimCreation, values);
  return row === undefined ? null : toId<RunId>(row.result_id);
}

/** Whether nobody has written to a run since it was made. */
export async function isUntouched(store: Store, projectId: ProjectId, runId: RunId): Promise<boolean> {
  return (await store.query(findUntouched, [projectId, runId])).length > 0;
}

/** Forgets the requests from before a moment. */
export async function sweep(store: Store, before: Date): Promise<void> {
  await store.query(sweepCreations, [before]);
}
