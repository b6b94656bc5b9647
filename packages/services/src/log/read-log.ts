import type { LogPage, LogPosition, LogStream, RunId } from "@assay/contract";
import { logs } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";
import { toLogLine } from "./to-log-line.ts";

export interface LogRequest {
  runId: RunId;
  stream: LogStream | null;
  position: LogPosition;
  limit: number;
}

/** A page of a run's console output, with the number of lines there are at that moment or a little earlier. */
export async function readLog({ ctx, input }: VerbArgs<ProjectContext, LogRequest>): Promise<LogPage> {
  requirePermission(ctx, "run:read");
  const { runId, stream, limit } = input;
  await requireReadableRuns(ctx, [runId]);
  const lineCount = await logs.count(ctx.db, runId, stream);
  const offset = await findOffset(ctx, input, lineCount);
  const lines = await logs.read(ctx.db, runId, { stream, offset, limit });
  return { offset, lineCount, lines: lines.map(toLogLine) };
}

async function findOffset(ctx: ProjectContext, request: LogRequest, lineCount: number): Promise<number> {
  const { runId, stream, position, limit } = request;
  switch (position.kind) {
    case "offset":
      return position.offset;
    case "end":
      return Math.max(0, lineCount - limit);
    case "line":
      return logs.offsetOfLine(ctx.db, runId, stream, position.number - 1);
    case "time": {
      const index = await logs.indexAtTime(ctx.db, runId, position.timeMs);
      return index === null ? lineCount : logs.offsetOfLine(ctx.db, runId, stream, index);
    }
  }
}
