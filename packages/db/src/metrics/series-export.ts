import type { MetricSummary, ProjectId, RunId } from "@assay/contract";
import { lowerBound, type PointColumns, sliceColumns } from "@assay/domain";
import { idArray, toId } from "../convert.ts";
import type { Db } from "../db.ts";
import { findCuts, readAncestry } from "../sql/metrics/export-windows.ts";
import type { MetricStore } from "./metric-store.ts";

/** Chunks of a part: about 130,000 points, some ten megabytes in memory while they are read. */
const CHUNKS_PER_PART = 32;

/** A stretch of one series, in order. */
export interface SeriesPart {
  key: string;
  points: PointColumns;
}

/**
 * Every point of a run, what it inherits included, key by key and each a part after the other, so that memory holds
 * one part however long the run is. What is logged meanwhile may or may not be in it.
 * @param keys only these; all when null.
 */
export async function* exportRun(
  db: Db,
  store: Pick<MetricStore, "summaries" | "readRange">,
  { projectId, runId, keys }: { projectId: ProjectId; runId: RunId; keys: readonly string[] | null },
  findKeyIds: (names: readonly string[]) => Promise<ReadonlyMap<string, number>>,
): AsyncGenerator<SeriesPart> {
  const ancestry = await db.query<{ id: string }>(readAncestry, [runId]);
  const runIds = ancestry.map(({ id }) => toId<RunId>(id));
  const names = namesOf(await store.summaries(projectId, runIds)).filter((name) => keys?.includes(name) ?? true);
  const keyIds = await findKeyIds(names);
  for (const key of names) {
    const cuts = await db.query<{ step: number }>(findCuts, [idArray(runIds), keyIds.get(key) ?? 0, CHUNKS_PER_PART]);
    for (const { fromStep, before } of windows(cuts.map(({ step }) => step))) {
      const query = { projectId, runIds: [runId], keys: [key], fromStep, toStep: before };
      const [series] = await store.readRange(query);
      const points = series === undefined ? null : upTo(series.points, before);
      if (points !== null && points.steps.length > 0) yield { key, points };
    }
  }
}

const namesOf = (summaries: ReadonlyMap<RunId, MetricSummary[]>): string[] =>
  [...new Set([...summaries.values()].flatMap((ofRun) => ofRun.map(({ key }) => key)))].sort();

function windows(cuts: readonly number[]): { fromStep: number; before: number }[] {
  const starts = [Number.NEGATIVE_INFINITY, ...cuts];
  return starts.map((fromStep, at) => ({ fromStep, before: starts[at + 1] ?? Number.POSITIVE_INFINITY }));
}

/** Without the points at `step`, with which the next part begins. */
function upTo(points: PointColumns, step: number): PointColumns {
  return sliceColumns(points, 0, lowerBound(points, { step, timeMs: Number.NEGATIVE_INFINITY }));
}
