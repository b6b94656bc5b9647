import type { RunId } from "@assay/contract";
import {
  addStats,
  type ChunkBounds,
  type ColumnsBuilder,
  concatColumns,
  cutChunks,
  emptyColumns,
  mergePoints,
  orderPoints,
  type PointColumns,
  planRewrites,
  type Rewrite,
  seriesStats,
} from "@assay/domain";
import { collectFrames, encodeChunk } from "@assay/domain/codec";
import { arrayLiteral } from "../convert.ts";
import { type ChunkBoundsRow, findChunkBounds } from "../sql/metrics/chunk-bounds.ts";
import { insertChunks, type PackedChunkRow, takeChunks } from "../sql/metrics/rewrite-chunks.ts";
import {
  addChunkBytes,
  type RunSummaryRow,
  readRunSummary,
  upsertSummaries,
  writeRunSummary,
} from "../sql/metrics/run-summary.ts";
import { type FrameRow, takeFrames } from "../sql/metrics/take-frames.ts";
import { chunkBytes, chunkParameters, type KeyChunk, packedBytes, toBounds, unpackChunk } from "./chunk-rows.ts";
import type { Executor } from "./client-executor.ts";
import { type RunStats, runSummaryParameters, summaryParameters, unpackRunStats } from "./stats-rows.ts";

/** Frames of each hot table, and points of them, that one transaction takes: bounds its memory and its length. */
const MAX_FRAMES = 2_048;
const MAX_POINTS = 1_000_000;

/** What one transaction moved, and whether there may be more to move. */
export interface Compacted {
  points: number;
  hasMore: boolean;
}

interface KeyRewrite extends Rewrite<ChunkBounds> {
  keyId: number;
  isEnd: boolean;
}

/**
 * Moves a run's frames into chunks and brings its summaries up to date; all of it or nothing, in the transaction it is
 * called in, under the run's lock.
 * @param isFinal also joins the small chunks that a live series leaves at its end.
 */
export async function compactRun(executor: Executor, runId: RunId, isFinal: boolean): Promise<Compacted> {
  const frames = await executor.query<FrameRow>(takeFrames, [runId, MAX_FRAMES, MAX_POINTS]);
  if (frames.length === 0 && !isFinal) return { points: 0, hasMore: false };
  await addToChunks(executor, runId, decode(frames), isFinal);
  const points = frames.reduce((sum, { point_count }) => sum + point_count, 0);
  return { points, hasMore: frames.length >= MAX_FRAMES || points >= MAX_POINTS };
}

/** Merges points, ordered and each once, into a run's chunks and summaries, in the transaction and under the lock. */
export async function addToChunks(
  executor: Executor,
  runId: RunId,
  incoming: Map<number, PointColumns>,
  isFinal: boolean,
): Promise<void> {
  const [row] = await executor.query<RunSummaryRow>(readRunSummary, [runId]);
  const stats = unpackRunStats(row);
  if (isFinal) for (const keyId of stats.keys()) if (!incoming.has(keyId)) incoming.set(keyId, emptyColumns());
  const rewrites = await plan(executor, runId, incoming, isFinal);
  const { present, bytes } = await take(executor, runId, rewrites);
  const { chunks, added } = rewrite(rewrites, present);
  if (chunks.length > 0) await executor.query(insertChunks, [runId, ...chunkParameters(chunks)]);
  const grown = chunks.reduce((sum, { chunk }) => sum + chunkBytes(chunk), -bytes);
  await writeStats(executor, runId, stats, added, grown);
}

function decode(frames: readonly FrameRow[]): Map<number, PointColumns> {
  const builders = new Map<number, ColumnsBuilder>();
  for (const { frame } of frames) collectFrames(frame, null, builders);
  return new Map([...builders].map(([keyId, builder]) => [keyId, orderPoints(builder.finish())]));
}

async function plan(
  executor: Executor,
  runId: RunId,
  incoming: ReadonlyMap<number, PointColumns>,
  isFinal: boolean,
): Promise<KeyRewrite[]> {
  const keys = [...incoming].sort(([a], [b]) => a - b);
  const rows = await executor.query<ChunkBoundsRow>(findChunkBounds, [
    runId,
    arrayLiteral(keys.map(([keyId]) => keyId)),
    // A key without new points is looked at from its end.
    arrayLiteral(keys.map(([, points]) => points.steps[0] ?? Number.POSITIVE_INFINITY)),
    arrayLiteral(keys.map(([, points]) => points.timesMs[0] ?? 0)),
  ]);
  const boundsOf = Map.groupBy(rows, (row) => row.key_id);
  return keys.flatMap(([keyId, points]) => {
    const bounds = (boundsOf.get(keyId) ?? []).map(toBounds);
    const rewrites = planRewrites(bounds, points, isFinal);
    const last = bounds.at(-1);
    return rewrites.map((one, at) => {
      const isLast = at === rewrites.length - 1;
      const isEnd = isLast && (last === undefined || one.replaced.includes(last) || one.replaced.length === 0);
      return { ...one, keyId, isEnd };
    });
  });
}

/** The points of all chunks that are to be replaced, which are gone from here on, by key and place. */
async function take(
  executor: Executor,
  runId: RunId,
  rewrites: readonly KeyRewrite[],
): Promise<{ present: Map<string, PointColumns>; bytes: number }> {
  const replaced = rewrites.flatMap(({ keyId, replaced: chunks }) => chunks.map(({ first }) => ({ keyId, first })));
  if (replaced.length === 0) return { present: new Map(), bytes: 0 };
  const rows = await executor.query<PackedChunkRow>(takeChunks, [
    runId,
    arrayLiteral(replaced.map(({ keyId }) => keyId)),
    arrayLiteral(replaced.map(({ first }) => first.step)),
    arrayLiteral(replaced.map(({ first }) => first.timeMs)),
  ]);
  if (rows.length !== replaced.length) throw new Error(`chunks of run ${runId} changed during its compaction`);
  const present = rows.map(
    (row) => [placeName(row.key_id, row.first_step, Number(row.first_time_ms)), unpackChunk(row)] as const,
  );
  return { present: new Map(present), bytes: rows.reduce((sum, row) => sum + packedBytes(row), 0) };
}

const placeName = (keyId: number, step: number, timeMs: number): string => `${keyId}/${step}/${timeMs}`;

/** The new chunks, and of each key the points that were not there before. */
function rewrite(
  rewrites: readonly KeyRewrite[],
  present: ReadonlyMap<string, PointColumns>,
): { chunks: KeyChunk[]; added: Map<number, PointColumns[]> } {
  const chunks: KeyChunk[] = [];
  const added = new Map<number, PointColumns[]>();
  for (const { keyId, replaced, incoming, isEnd } of rewrites) {
    const before = replaced.map(({ first }) => {
      const points = present.get(placeName(keyId, first.step, first.timeMs));
      if (points === undefined) throw new Error("a chunk that is to be replaced was not read");
      return points;
    });
    const merged = mergePoints(concatColumns(before), incoming);
    for (const points of cutChunks(merged.all, isEnd)) chunks.push({ keyId, chunk: encodeChunk(points) });
    if (merged.added.steps.length > 0) added.set(keyId, [...(added.get(keyId) ?? []), merged.added]);
  }
  return { chunks, added };
}

/** Summaries grow by what is new only, so a batch sent twice counts once. */
async function writeStats(
  executor: Executor,
  runId: RunId,
  stats: RunStats,
  added: ReadonlyMap<number, PointColumns[]>,
  grownBytes: number,
): Promise<void> {
  const changed: RunStats = new Map();
  for (const [keyId, parts] of added) {
    const known = stats.get(keyId);
    const grown = seriesStats(concatColumns(parts));
    changed.set(keyId, known === undefined ? grown : addStats(known, grown));
  }
  if (changed.size === 0) {
    if (grownBytes !== 0) await executor.query(addChunkBytes, [runId, grownBytes]);
    return;
  }
  await executor.query(upsertSummaries, [runId, ...summaryParameters(changed)]);
  await executor.query(writeRunSummary, [runId, ...runSummaryParameters(new Map([...stats, ...changed])), grownBytes]);
}
