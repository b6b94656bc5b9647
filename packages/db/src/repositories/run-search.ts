import type { RunField, RunId, RunKeys, RunRow } from "@assay/contract";
import { toId, toIds } from "../convert.ts";
import { RUNS_AT_ONCE, type SummariesRow } from "../sql/metrics/run-summary.ts";
import { type ColumnValueRow, paramValues, tagValues } from "../sql/runs/column-values.ts";
import { hotRuns } from "../sql/runs/hot-runs.ts";
import { type RunKeyRow, runKeys } from "../sql/runs/run-keys.ts";
import type { RunNames } from "../sql/runs/run-parameters.ts";
import { type RunPageRecordsRow, withRecords } from "../sql/runs/search-records.ts";
import {
  countRuns,
  cursorOf,
  type RunPageRow,
  type RunSearch,
  type RunSelection,
  searchRuns,
} from "../sql/runs/search-runs.ts";
import { searchWindow, type WindowRow } from "../sql/runs/search-window.ts";
import { METRIC_STAGES, type MetricStage } from "../sql/runs/sort-sql.ts";
import type { Store } from "../store.ts";
import { type RunRecord, toRecords } from "./run-records.ts";

export type { RunNames } from "../sql/runs/run-parameters.ts";
export type { RunSearch, RunSelection } from "../sql/runs/search-runs.ts";
export type { RunOrder } from "../sql/runs/sort-sql.ts";

export interface FoundRuns {
  ids: RunId[];
  /** Values of the sort keys of the last of them, where a cursor continues; null when there is no more. */
  after: (string | number)[] | null;
}

/** What statements of a search found so far. */
interface Found {
  ids: RunId[];
  /** Where the last of them says that a cursor continues. */
  cursor: (string | number)[] | null;
}

export interface FoundRecords extends FoundRuns {
  /** What was read along with the ids, for MetricStore.latest too unless points still wait; null where it was not. */
  read: { records: RunRecord[]; summaries: SummariesRow | null } | null;
}

const NOTHING: Found = { ids: [], cursor: null };

/** One page of runs, by their ids. */
export async function search(store: Store, query: RunSearch, names: RunNames): Promise<FoundRuns> {
  return toPage(await findUpTo(store, oneMore(query), names), query.limit);
}

/**
 * The same with the runs themselves, where one prepared statement can find the page and hold it. That brings the version
 * of access too, which `takeVersion` is promised at once.
 */
export async function searchRecords(
  store: Store,
  query: RunSearch,
  names: RunNames,
  { now, takeVersion }: { now: Date; takeVersion: (version: Promise<bigint | null>) => void },
): Promise<FoundRecords> {
  const asked = oneMore(query);
  const first = searchWindow(asked, names) ?? searchRuns(asked, names, stagesOf(asked)[0] ?? null);
  if (first.statement.isRepeated !== true || asked.limit > RUNS_AT_ONCE)
    return { ...(await search(store, query, names)), read: null };
  const { statement, values } = withRecords(first);
  const reading = store.query<RunPageRecordsRow>(statement, values);
  takeVersion(
    reading.then(
      ([row]) => row?.access_version ?? null,
      () => null,
    ),
  );
  const [row] = await reading;
  const found = withRow(NOTHING, row);
  if (row === undefined || row.is_done === false)
    return { ...toPage(await findOn(store, asked, names, found), query.limit), read: null };
  const page = toPage(found, query.limit);
  const records = toRecords(row, page.ids, now);
  return { ...page, read: { records, summaries: row.has_frames ? null : row } };
}

/** One more tells whether there is more. */
const oneMore = (query: RunSearch): RunSearch => ({ ...query, limit: query.limit + 1 });

const toPage = ({ ids, cursor }: Found, limit: number): FoundRuns => ({
  ids: ids.slice(0, limit),
  after: ids.length > limit ? cursor : null,
});

async function findUpTo(store: Store, query: RunSearch, names: RunNames): Promise<Found> {
  const window = searchWindow(query, names);
  if (window === null) return findOn(store, query, names, NOTHING);
  const [row] = await store.query<WindowRow>(window.statement, window.values);
  const found = withRow(NOTHING, row);
  return row?.is_done === false ? findOn(store, query, names, found) : found;
}

/** Goes on behind what was found, the planner's own way. */
async function findOn(store: Store, query: RunSearch, names: RunNames, before: Found): Promise<Found> {
  let found = before;
  const after = found.cursor ?? query.after;
  for (const stage of stagesOf({ ...query, after })) {
    const { statement, values } = searchRuns({ ...query, after, limit: query.limit - found.ids.length }, names, stage);
    const [row] = await store.query<RunPageRow>(statement, values);
    found = withRow(found, row);
    if (found.ids.length >= query.limit) break;
  }
  return found;
}

function withRow({ ids, cursor }: Found, row: RunPageRow | undefined): Found {
  if (row === undefined) return { ids, cursor };
  const more = row.ids === null ? [] : toIds<RunId>(row.ids);
  return { ids: [...ids, ...more], cursor: cursorOf(row) ?? cursor };
}

/** The statements that make one order: several where a metric comes first, from the cursor's on. */
function stagesOf({ orders, after }: RunSearch): readonly (MetricStage | null)[] {
  if (orders[0]?.field.entity !== "metric") return [null];
  return METRIC_STAGES.filter((stage) => after === null || stage >= Number(after[0]));
}

export async function count(store: Store, selection: RunSelection, names: RunNames, cap: number): Promise<number> {
  const { statement, values } = countRuns(selection, names, cap);
  const rows = await store.query<{ count: bigint }>(statement, values);
  return Number(rows[0]?.count ?? 0);
}

/** Runs whose points a search by metric must compact first. */
export async function findHot(store: Store, selection: RunSelection, names: RunNames, limit: number): Promise<RunId[]> {
  const { statement, values } = hotRuns(selection, names, limit);
  const rows = await store.query<{ id: string }>(statement, values);
  return rows.map((row) => toId<RunId>(row.id));
}

export async function keys(store: Store, selection: RunSelection, names: RunNames): Promise<RunKeys> {
  const { statement, values } = runKeys(selection, names);
  const rows = await store.query<RunKeyRow>(statement, values);
  const of = (kind: RunKeyRow["kind"]) => rows.filter((row) => row.kind === kind).map((row) => row.key);
  return { metrics: of("metric"), params: of("param"), tags: of("tag") };
}

export interface WantedColumn {
  /** As the caller wrote it. */
  column: string;
  field: RunField;
}

/** Fills in the values of param and tag columns. */
export async function addValues(
  store: Store,
  projectId: RunSelection["projectId"],
  rows: readonly RunRow[],
  wanted: readonly WantedColumn[],
): Promise<void> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return;
  const groups = Map.groupBy(wanted, ({ field }) => groupOf(field));
  await Promise.all(
    [...groups].map(async ([group, columns]) => {
      if (group === null) return;
      const columnsOf = Map.groupBy(columns, ({ field }) => ("key" in field ? field.key : ""));
      const values = await store.query<ColumnValueRow>(group === "param" ? paramValues : tagValues, [
        projectId,
        ids,
        [...columnsOf.keys()],
      ]);
      for (const { run_id, key, value } of values) {
        const row = byId.get(toId<RunId>(run_id));
        for (const { column } of columnsOf.get(key) ?? []) if (row !== undefined) row.values[column] = value;
      }
    }),
  );
}

type Group = "param" | "tag";

const groupOf = ({ entity }: RunField): Group | null => (entity === "param" || entity === "tag" ? entity : null);
