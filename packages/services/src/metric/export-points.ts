import { type ExportPoints, notFound, type RunId } from "@assay/contract";
import { runs, type SeriesPart } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** A stretch of one series of a run, in order. */
export interface ExportedPart extends SeriesPart {
  runId: RunId;
  runName: string;
}

/** Every point of runs, inherited ones included, read while it is handed out, a part after the other. */
export async function exportPoints({
  ctx,
  input,
}: VerbArgs<ProjectContext, ExportPoints>): Promise<AsyncGenerator<ExportedPart>> {
  requirePermission(ctx, "run:read");
  const found = await runs.findMany(ctx.db, ctx.project.id, input.runIds, ctx.clock.now());
  const missing = input.runIds.find((id) => !found.some((run) => run.id === id));
  if (missing !== undefined) throw notFound(`Run ${missing}`);
  return parts(ctx, found, input.keys ?? null);
}

async function* parts(
  ctx: ProjectContext,
  found: readonly { id: RunId; name: string }[],
  keys: readonly string[] | null,
): AsyncGenerator<ExportedPart> {
  for (const { id: runId, name: runName } of found) {
    for await (const part of ctx.metrics.exportRun({ projectId: ctx.project.id, runId, keys })) {
      if (ctx.signal.aborted) return;
      yield { ...part, runId, runName };
    }
  }
}
