import type { RunField, RunId, RunKeys, RunRow } from "@assay/contract";
import { toId } from "../convert.ts";
import { type ColumnValueRow, paramValues, tagValues } from "../sql/runs/column-values.ts";
import { hotRuns } from "../sql/runs/hot-runs.ts";
import { type RunKeyRow, runKeys } from "../sql/runs/run-keys.ts";
import type { RunNames } from "../sql/runs/run-parameters.ts";
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

export type { RunNames } from "../sql/runs/run-parameters.ts";
export type { RunSearch, RunSelection } from "../sql/runs/search-runs.ts";
export type { RunOrder } from "../sql/runs/sort-sql.ts";

export interface FoundRuns {
  ids: RunId[];
  /** Values of the sort keys of the last of them, where a cursor continues; null when there is no more. */
  after: (string | number)[] | null;
}

/** One page of runs, by their ids. */
export async function search(store: Store, query: RunSearch, names: RunNames): Promise<FoundRuns> {
  // One more tells whether there is more.
  const wanted = query.limit + 1;
  const ids: RunId[] = [];
  let cursor: (string | number)[] | null = null;
  const take = (row: RunPageRow | undefined): void => {
    if (row === undefined) return;
    cursor = cursorOf(row) ?? cursor;
    if (row.ids !== null) ids.push(...row.ids.split(",").map(toId<RunId>));
  };
  const found = (): FoundRuns => ({ ids: ids.slice(0, query.limit), after: ids.length < wanted ? null : cursor });

  const window = searchWindow({ ...query, limit: wanted }, names);
  if (window !== null) {
    const [row] = await store.query<WindowRow>(window.statement, window.values);
    take(row);
    if (row?.is_done !== false) return found();
  }
  const after = cursor ?? query.after;
  for (const stage of stagesOf({ ...query, after })) {
    const { statement, values } = searchRuns({ ...query, after, limit: wanted - ids.length }, names, stage);
    const [row] = await store.query<RunPageRow>(statement, values);
    take(row);
    if (ids.length >= wanted) break;
  }
  return found();
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
