import type { ProjectId, RunId } from "@assay/contract";
import { type DeletedKeyRow, deleteKey } from "../sql/deletion/delete-key.ts";
import { findKeys, type KeyRow } from "../sql/metrics/ensure-keys.ts";
import { type RunSummaryRow, readRunSummary, writeRunSummary } from "../sql/metrics/run-summary.ts";
import { lockRun } from "../sql/metrics/take-frames.ts";
import type { Store } from "../store.ts";
import type { RemovedSeries } from "./metric-store.ts";
import { runSummaryParameters, unpackRunStats } from "./stats-rows.ts";

/** Takes a series out of a run's chunks and summaries, under the run's lock until the transaction ends. */
export async function deleteKeyOf(
  tx: Store,
  projectId: ProjectId,
  runId: RunId,
  key: string,
): Promise<RemovedSeries | null> {
  const [found] = await tx.query<KeyRow>(findKeys, [projectId, [key]]);
  if (found === undefined) return null;
  await tx.query(lockRun, [runId]);
  const [row] = await tx.query<RunSummaryRow>(readRunSummary, [runId]);
  const stats = unpackRunStats(row);
  if (!stats.delete(found.id)) return null;
  const [gone] = await tx.query<DeletedKeyRow>(deleteKey, [runId, found.id]);
  const bytes = Number(gone?.bytes ?? 0);
  await tx.query(writeRunSummary, [runId, ...runSummaryParameters(stats), -bytes]);
  return { points: Number(gone?.points ?? 0), bytes };
}
