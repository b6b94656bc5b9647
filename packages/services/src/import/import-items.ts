import type { ImportItemKind, ImportJobId } from "@assay/contract";
import { imports } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireImport } from "./require-import.ts";

export type ImportItem = imports.ImportItem;

/** What an import remembers of one kind of thing, by its id at the source. */
export async function listImportItems({
  ctx,
  input,
}: VerbArgs<ProjectContext, { jobId: ImportJobId; kind: ImportItemKind }>): Promise<Map<string, ImportItem>> {
  requirePermission(ctx, "project:manage");
  await requireImport(ctx.db, ctx, input.jobId);
  const items = await imports.items(ctx.db, input.jobId, input.kind);
  return new Map(items.map((item) => [item.sourceId, item]));
}

/** Remembers a thing of the source that nothing has to be written for, or that could not come. */
export async function noteImportItem({
  ctx,
  input,
}: VerbArgs<ProjectContext, { jobId: ImportJobId; item: ImportItem }>): Promise<void> {
  requirePermission(ctx, "project:manage");
  await withTelemetryTx(ctx, async (tx) => {
    await requireImport(tx, ctx, input.jobId);
    await imports.saveItem(tx, input.jobId, input.item);
  });
}
