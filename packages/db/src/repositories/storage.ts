import type { ProjectId, RunId, Sha256, Usage } from "@assay/contract";
import { arrayLiteral, toHex } from "../convert.ts";
import { adoptBlobs } from "../sql/storage/adopt-blobs.ts";
import { markUnusedBlobs, type SweptBlobRow, takeUnusedBlobs } from "../sql/storage/sweep-blobs.ts";
import { type UsageRow, usageOfProject, usageOfRuns } from "../sql/storage/usage.ts";
import { vacuumTables } from "../sql/storage/vacuum-tables.ts";
import type { Store } from "../store.ts";

const toUsage = (row: UsageRow | undefined): Usage => ({
  runs: Number(row?.runs ?? 0),
  points: Number(row?.points ?? 0),
  metricBytes: Number(row?.metric_bytes ?? 0),
  logBytes: Number(row?.log_bytes ?? 0),
  files: Number(row?.files ?? 0),
  fileBytes: Number(row?.file_bytes ?? 0),
});

/** What runs of a project take up, as far as it is compacted. */
export async function ofRuns(store: Store, projectId: ProjectId, runIds: readonly RunId[]): Promise<Usage> {
  const [row] = await store.query<UsageRow>(usageOfRuns, [projectId, [...runIds]]);
  return toUsage(row);
}

export async function ofProject(store: Store, projectId: ProjectId): Promise<Usage> {
  const [row] = await store.query<UsageRow>(usageOfProject, [projectId]);
  return toUsage(row);
}

/** Notes since when nothing names a blob. */
export async function markUnused(store: Store, now: Date): Promise<void> {
  await store.query(markUnusedBlobs, [now]);
}

export interface BlobSize {
  sha256: Sha256;
  sizeBytes: number;
}

/** Notes stored bytes that an upload which failed in the end has left behind. */
export async function adopt(store: Store, blobs: readonly BlobSize[], now: Date): Promise<void> {
  const sizes = arrayLiteral(blobs.map(({ sizeBytes }) => sizeBytes));
  await store.query(adoptBlobs, [blobs.map(({ sha256 }) => sha256), sizes, now]);
}

/** Forgets some blobs that nothing has named since `before`, and says which. */
export async function takeUnused(tx: Store, before: Date, limit: number): Promise<BlobSize[]> {
  const rows = await tx.query<SweptBlobRow>(takeUnusedBlobs, [before, limit]);
  return rows.map((row) => ({ sha256: toHex<Sha256>(row.sha256), sizeBytes: Number(row.size_bytes) }));
}

/** Makes the room of deleted rows usable again; outside of any transaction. */
export async function vacuum(store: Store): Promise<void> {
  for (const statement of vacuumTables) await store.query(statement, []);
}
