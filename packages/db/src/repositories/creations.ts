import type { ProjectId, RunId } from "@assay/contract";
import { arrayLiteral, fromHex, toId } from "../convert.ts";
import { claimCreation, findUntouched, noteCreations, sweepCreations } from "../sql/runs/claim-creation.ts";
import type { SqlStore, Store } from "../store.ts";

export interface RunCreation {
  /** SHA-256 of who asked for what, in hex. */
  digest: string;
  /** The run the request makes, if none is answered. */
  runId: RunId;
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
 * Of each request that equals one which another server process answered before it ended: the run that was left behind,
 * by the run that was asked for. All others are noted.
 */
export async function claim(
  tx: SqlStore,
  { projectId, processKey, since, now }: CreationScope,
  asked: readonly RunCreation[],
): Promise<Map<RunId, RunId>> {
  const digests = arrayLiteral(asked.map(({ digest }) => digest));
  const runIds = arrayLiteral(asked.map(({ runId }) => runId));
  const others = await tx.query<{ run_id: string }>(noteCreations, [
    projectId,
    digests,
    runIds,
    since,
    processKey,
    now,
  ]);
  const left = new Map<RunId, RunId>();
  for (const { run_id } of others) {
    const runId = toId<RunId>(run_id);
    const digest = fromHex(asked.find((one) => one.runId === runId)?.digest ?? "");
    const values = [projectId, digest, since, processKey, runId, now];
    const [row] = await tx.query<{ result_id: string }>(claimCreation, values);
    if (row !== undefined) left.set(runId, toId<RunId>(row.result_id));
  }
  return left;
}

/** Whether nobody has written to a run since it was made. */
export async function isUntouched(store: Store, projectId: ProjectId, runId: RunId): Promise<boolean> {
  return (await store.query(findUntouched, [projectId, runId])).length > 0;
}

/** Forgets the requests from before a moment. */
export async function sweep(store: Store, before: Date): Promise<void> {
  await store.query(sweepCreations, [before]);
}
