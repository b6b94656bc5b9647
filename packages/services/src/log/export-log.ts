import type { LogLine, LogStream, RunId } from "@assay/contract";
import { logs } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";
import { toLogLine } from "./to-log-line.ts";

interface Input {
  runId: RunId;
  stream: LogStream | null;
}

/** The whole console output of a run, read while it is handed out, a part after the other. */
export async function exportLog({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<AsyncGenerator<LogLine[]>> {
  requirePermission(ctx, "run:read");
  await requireReadableRuns(ctx, [input.runId]);
  return parts(ctx, input);
}

async function* parts(ctx: ProjectContext, { runId, stream }: Input): AsyncGenerator<LogLine[]> {
  for (let next = 0; ; ) {
    const lines = await logs.readNext(ctx.db, runId, next);
    const last = lines.at(-1);
    if (last === undefined) return;
    next = last.index + 1;
    yield lines.filter((line) => stream === null || line.stream === stream).map(toLogLine);
  }
}
