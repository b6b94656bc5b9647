import type { LogStream, NewLogLine, RunId } from "@assay/contract";
import { idArray } from "../convert.ts";
import { cutLines, isSmall, sizeOfLines } from "../logs/cut-lines.ts";
import { packLines, unpackLines } from "../logs/line-codec.ts";
import { type StoredLine, storedLines } from "../logs/stored-lines.ts";
import type { ChunkHeadRow, ChunkRow } from "../sql/logs/chunk-row.ts";
import { deleteLogs } from "../sql/logs/delete-logs.ts";
import { findWriter, type WriterRow } from "../sql/logs/find-writer.ts";
import { insertChunk } from "../sql/logs/insert-chunk.ts";
import { lastHeads } from "../sql/logs/last-heads.ts";
import { lockLog } from "../sql/logs/lock-log.ts";
import { readAtTime } from "../sql/logs/read-at-time.ts";
import { readFrom } from "../sql/logs/read-from.ts";
import { readWindow } from "../sql/logs/read-window.ts";
import { removeChunksFrom } from "../sql/logs/remove-chunks-from.ts";
import { saveWriter } from "../sql/logs/save-writer.ts";
import { touchHeartbeat } from "../sql/metrics/touch-heartbeat.ts";
import type { Store } from "../store.ts";

export type { StoredLine } from "../logs/stored-lines.ts";

/** So many small chunks may stand at the end of a log before an append makes fewer of them. */
const SMALL_CHUNKS = 16;
const READ_CHUNKS = 8;

/** Lets nobody else append to the run until the transaction ends, and says which line this writer may send next. */
export async function lockWriter(tx: Store, runId: RunId, writer: string): Promise<number> {
  await tx.query(lockLog, [runId]);
  const [row] = await tx.query<WriterRow>(findWriter, [runId, writer]);
  return Number(row?.next_line ?? 0);
}

/** Adds lines at the end of a run whose writer is locked, and notes which line that writer may send next. */
export async function append(
  tx: Store,
  runId: RunId,
  writer: { id: string; nextLine: number },
  lines: readonly NewLogLine[],
): Promise<void> {
  const heads = await tx.query<ChunkHeadRow>(lastHeads, [runId, SMALL_CHUNKS]);
  const firstLarge = heads.findIndex((head) => !isSmall(head.line_count, head.size_bytes));
  const small = firstLarge === -1 ? heads : heads.slice(0, firstLarge);
  const oldest = small.at(-1);
  if (oldest === undefined || (isSmall(lines.length, sizeOfLines(lines)) && small.length < SMALL_CHUNKS)) {
    await insertLines(tx, runId, endOf(heads[0]), lines);
  } else {
    const chunks = await tx.query<ChunkRow>(readFrom, [runId, oldest.first_line, SMALL_CHUNKS]);
    const before = await Promise.all(chunks.map((chunk) => unpackLines(chunk.body)));
    await tx.query(removeChunksFrom, [runId, oldest.first_line]);
    await insertLines(tx, runId, beginningOf(oldest), [...before.flat(), ...lines]);
  }
  await tx.query(saveWriter, [runId, writer.id, writer.nextLine]);
  await tx.query(touchHeartbeat, [idArray([runId])]);
}

interface Place {
  line: number;
  stdout: number;
}

const beginningOf = (head: ChunkHeadRow): Place => ({
  line: Number(head.first_line),
  stdout: Number(head.first_stdout),
});

const endOf = (head: ChunkHeadRow | undefined): Place =>
  head === undefined
    ? { line: 0, stdout: 0 }
    : { line: Number(head.first_line) + head.line_count, stdout: Number(head.first_stdout) + head.stdout_count };

async function insertLines(tx: Store, runId: RunId, start: Place, lines: readonly NewLogLine[]): Promise<void> {
  let { line, stdout } = start;
  for (const chunk of cutLines(lines)) {
    const stdoutCount = chunk.filter(({ stream }) => stream === "stdout").length;
    const lastAtMs = chunk.reduce((latest, { timeMs }) => Math.max(latest, timeMs), 0);
    const body = await packLines(chunk);
    const head = [line, stdout, chunk.length, stdoutCount, lastAtMs, sizeOfLines(chunk)];
    await tx.query(insertChunk, [runId, ...head, body]);
    line += chunk.length;
    stdout += stdoutCount;
  }
}

/** How many lines of a stream, or of both, a run has. */
export async function count(store: Store, runId: RunId, stream: LogStream | null): Promise<number> {
  const [last] = await store.query<ChunkHeadRow>(lastHeads, [runId, 1]);
  const { line, stdout } = endOf(last);
  if (stream === null) return line;
  return stream === "stdout" ? stdout : line - stdout;
}

/** Where a line stands among those of its stream, or among all when none is selected. */
export const offsetIn = (stream: LogStream | null, line: StoredLine): number =>
  stream === null ? line.index : line.streamIndex;

const isOf = (stream: LogStream | null, line: StoredLine): boolean => stream === null || line.stream === stream;

export interface LogWindow {
  stream: LogStream | null;
  /** In the selected lines, from 0. */
  offset: number;
  limit: number;
}

export async function read(store: Store, runId: RunId, { stream, offset, limit }: LogWindow): Promise<StoredLine[]> {
  if (limit === 0) return [];
  const end = offset + limit;
  const chunks = await store.query<ChunkRow>(readWindow, [runId, stream, offset, end]);
  const lines = (await Promise.all(chunks.map(storedLines))).flat();
  return lines.filter((line) => {
    const at = offsetIn(stream, line);
    return isOf(stream, line) && at >= offset && at < end;
  });
}

/** The lines of the next few chunks from a line of the run on, of both streams; none at the end of the log. */
export async function readNext(store: Store, runId: RunId, fromIndex: number): Promise<StoredLine[]> {
  const chunks = await store.query<ChunkRow>(readFrom, [runId, fromIndex, READ_CHUNKS]);
  const lines = (await Promise.all(chunks.map(storedLines))).flat();
  return lines.filter((line) => line.index >= fromIndex);
}

/** How many lines of the selection come before a line of the run. */
export async function offsetOfLine(
  store: Store,
  runId: RunId,
  stream: LogStream | null,
  index: number,
): Promise<number> {
  if (stream === null) return index;
  const [chunk] = await store.query<ChunkRow>(readFrom, [runId, index, 1]);
  if (chunk === undefined) return count(store, runId, stream);
  const lines = await storedLines(chunk);
  const start = stream === "stdout" ? Number(chunk.first_stdout) : Number(chunk.first_line - chunk.first_stdout);
  return start + lines.filter((line) => line.stream === stream && line.index < index).length;
}

/** The first line of the run of that moment or later; null when all are earlier. */
export async function indexAtTime(store: Store, runId: RunId, timeMs: number): Promise<number | null> {
  const [chunk] = await store.query<ChunkRow>(readAtTime, [runId, timeMs]);
  if (chunk === undefined) return null;
  return (await storedLines(chunk)).find((line) => line.timeMs >= timeMs)?.index ?? null;
}

/** Takes away all console output of runs. */
export async function removeAll(store: Store, runIds: readonly RunId[]): Promise<void> {
  await store.query(deleteLogs, [idArray(runIds)]);
}
