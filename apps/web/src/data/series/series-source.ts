import {
  type GroupSeriesHead,
  type GroupSeriesQuery,
  LIMITS,
  type ProjectScope,
  type SeriesAxis,
  type SeriesHead,
} from "@assay/contract";
import type { GroupLineColumns, RunSeries } from "@assay/ui/chart";
import { batchByKey } from "./batch-by-key.ts";
import { postColumns } from "./post-columns.ts";

export interface SeriesRange {
  x: SeriesAxis;
  maxPoints: number;
  from?: number;
  to?: number;
}

export interface RunSeriesRequest extends SeriesRange {
  runIds: readonly string[];
}

export interface GroupSeriesRequest extends SeriesRange, Pick<GroupSeriesQuery, "centre" | "band"> {
  /** The members of each group; an answer names its group by its place here. */
  groups: readonly (readonly string[])[];
}

interface KeyedSeries extends RunSeries {
  key: string;
}

interface KeyedGroup extends GroupLineColumns {
  key: string;
}

/** Where charts get their lines from: one key at a time, fetched together with the other charts of the tick. */
export interface SeriesSource {
  runs: (request: RunSeriesRequest, key: string, signal?: AbortSignal) => Promise<RunSeries[]>;
  groups: (request: GroupSeriesRequest, key: string, signal?: AbortSignal) => Promise<GroupLineColumns[]>;
}

const EMPTY = new Float64Array();

const mostKeys = (runCount: number, most: number): number =>
  Math.min(most, Math.floor(LIMITS.seriesPerRequest / Math.max(1, runCount)));

/** Lines of a project's runs, over HTTP as columns. */
export function createSeriesSource({ workspace, project }: ProjectScope): SeriesSource {
  const path = `/api/series/${encodeURIComponent(workspace)}/${encodeURIComponent(project)}`;
  return {
    runs: batchByKey<RunSeriesRequest, KeyedSeries>({
      send: async (request, keys, signal) => {
        const blocks = await postColumns<SeriesHead, "x" | "steps" | "timesMs" | "values" | "min" | "max">(
          path,
          { ...request, keys },
          signal,
        );
        return blocks.map(({ head, columns }) => {
          const { steps = EMPTY, timesMs = EMPTY, values = EMPTY } = columns;
          const { x = request.x.kind === "time" ? timesMs : steps, min = values, max = values } = columns;
          return { ...head, x, values, min, max };
        });
      },
      keyOf: ({ key }) => key,
      mostKeys: ({ runIds }) => mostKeys(runIds.length, 500),
    }),
    groups: batchByKey<GroupSeriesRequest, KeyedGroup>({
      send: async ({ groups, ...request }, keys, signal) => {
        const named = groups.map((runIds, index) => ({ name: String(index), runIds }));
        const blocks = await postColumns<GroupSeriesHead, "x" | "values" | "low" | "high" | "n">(
          `${path}/groups`,
          { ...request, keys, groups: named },
          signal,
        );
        return blocks.map(({ head: { group, ...head }, columns }) => {
          const { x = EMPTY, values = EMPTY, low = EMPTY, high = EMPTY, n = EMPTY } = columns;
          return { ...head, group: Number(group), x, values, low, high, n };
        });
      },
      keyOf: ({ key }) => key,
      mostKeys: ({ groups }) => mostKeys(groups.flat().length, 100),
    }),
  };
}
