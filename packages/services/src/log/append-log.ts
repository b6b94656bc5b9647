import { type AppendLog, type AppendLogResult, DomainError, type RunId } from "@assay/contract";
import { logs, notifyLive } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { holdWritableRun } from "../run/require-writable-run.ts";

/**
 * Adds console lines to a run. What of them is stored already, by the writer's own numbers, is skipped; a batch that
 * would leave a gap is refused with the number that comes next.
 */
export async function appendLog({
  ctx,
  input,
}: VerbArgs<ProjectContext, AppendLog & { runId: RunId }>): Promise<AppendLogResult> {
  requirePermission(ctx, "run:write");
  const { runId, writer, firstLine, lines } = input;
  return withTelemetryTx(ctx, async (tx) => {
    await holdWritableRun(tx, ctx, runId);
    const expected = await logs.lockWriter(tx, runId, writer);
    if (firstLine > expected) throw gap(writer, firstLine, expected);
    const fresh = lines.slice(expected - firstLine);
    if (fresh.length === 0) return { accepted: 0, nextLine: expected };
    const nextLine = expected + fresh.length;
    await logs.append(tx, runId, { id: writer, nextLine }, fresh);
    await notifyLive(tx, { kind: "logs", projectId: ctx.project.id, runId });
    return { accepted: fresh.length, nextLine };
  });
}

function gap(writer: string, firstLine: number, expected: number): DomainError {
  return new DomainError("SEQUENCE_GAP", `Line ${expected} of the writer ${writer} comes next, not ${firstLine}`, {
    field: "firstLine",
    expected,
    remedy: `send this writer's lines from ${expected} on, or begin at 0 under another writer name`,
  });
}
