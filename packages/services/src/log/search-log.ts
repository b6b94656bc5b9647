import { stripVTControlCharacters } from "node:util";
import type { LogMatch, LogMatches, LogStream, RunId } from "@assay/contract";
import { logs } from "@assay/db";
import { lastState } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";
import { toLogLine } from "./to-log-line.ts";

/** So many characters one request looks through at most, some tenths of a second's work. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

export interface LogSearch {
  runId: RunId;
  query: string;
  stream: LogStream | null;
  /** How many lines of the run to leave out. */
  cursor: number;
  limit: number;
}

/** Lines that contain a text, whatever its case, in the order of the log. */
export async function searchLog({ ctx, input }: VerbArgs<ProjectContext, LogSearch>): Promise<LogMatches> {
  requirePermission(ctx, "run:read");
  const { runId, stream, limit } = input;
  await requireReadableRuns(ctx, [runId]);
  const wanted = input.query.toLowerCase();
  const matches: LogMatch[] = [];
  let nextCursor = input.cursor;
  for (let characters = 0; characters < MAX_CHARACTERS; ) {
    const lines = await logs.readNext(ctx.db, runId, nextCursor);
    if (lines.length === 0) return { matches, nextCursor, isEnd: true };
    for (const line of lines) {
      characters += line.text.length;
      nextCursor = line.index + 1;
      if (stream !== null && line.stream !== stream) continue;
      if (!shownText(line.text).toLowerCase().includes(wanted)) continue;
      matches.push({ ...toLogLine(line), offset: logs.offsetIn(stream, line) });
      if (matches.length === limit) return { matches, nextCursor, isEnd: false };
    }
  }
  return { matches, nextCursor, isEnd: false };
}

/** A line as a reader sees it, without colours and overwritten progress. */
function shownText(text: string): string {
  const last = lastState(text);
  return last.includes("\u001b") || last.includes("\u009b") ? stripVTControlCharacters(last) : last;
}
