import type { RunField, RunId, RunKeys, RunRow } from "@assay/contract";
import { runDurationMs, shownStatus } from "@assay/domain";
import { toId, toIdOrNull, toMs, toMsOrNull } from "../convert.ts";
import { type ColumnValueRow, paramValues, tagValues } from "../sql/runs/column-values.ts";
import { hotRuns } from "../sql/runs/hot-runs.ts";
import { type RunKeyRow, runKeys } from "../sql/runs/run-keys.ts";
import {
  countRuns,
  type RunSearch,
  type RunSearchRow,
  type RunSelection,
  searchRuns,
} from "../sql/runs/search-runs.ts";
import { METRIC_STAGES, type MetricStage } from "../sql/runs/sort-sql.ts";
import type { Store } from "../store.ts";

export type { RunSearch, RunSelection } from "../sql/runs/search-runs.ts";
export type { RunOrder } from "../sql/runs/sort-sql.ts";

export interface FoundRun {
  row: RunRow;
  /** Where a cursor after this row continues. */
  sortKeys: (string | number)[];
}

/** One page of runs without column values. */
export async function search(store: Store, query: RunSearch, now: Date): Promise<FoundRun[]> {
  const found: FoundRun[] = [];
  for (const stage of stagesOf(query)) {
    const { statement, values } = searchRuns({ ...query, limit: query.limit - found.length }, stage);
    const rows = await store.query<RunSearchRow>(statement, values);
    found.push(...rows.map((row) => ({ row: toRunRow(row, now.getTime()), sortKeys: row.sort_keys })));
    if (found.length >= query.limit) break;
  }
  return found;
}

/** The statements that make one order: several where a metric comes first, from the cursor's on. */
function stagesOf({ orders, after }: RunSearch): readonly (MetricStage | null)[] {
  if (orders[0]?.field.entity !== "metric") return [null];
  return METRIC_STAGES.filter((stage) => after === null || stage >= Number(after[0]));
}

export async function count(store: Store, selection: RunSelection, cap: number): Promise<number> {
  const { statement, values } = countRuns(selection, cap);
  const rows = await store.query<{ count: bigint }>(statement, values);
  return Number(rows[0]?.count ?? 0);
}

/** Runs whose points a search by metric must compact first. */
export async function findHot(store: Store, selection: RunSelection, limit: number): Promise<RunId[]> {
  const { statement, values } = hotRuns(selection, limit);
  const rows = await store.query<{ id: string }>(statement, values);
  return rows.map((row) => toId<RunId>(row.id));
}

export async function keys(store: Store, selection: RunSelection): Promise<RunKeys> {
  const { statement, values } = runKeys(selection);
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

function toRunRow(row: RunSearchRow, nowMs: number): RunRow {
  const startedAtMs = toMs(row.started_at);
  const endedAtMs = toMsOrNull(row.ended_at);
  const heartbeatAtMs = toMsOrNull(row.heartbeat_at);
  return {
    id: toId<RunId>(row.id),
    name: row.name,
    number: row.number,
    status: shownStatus({ status: row.status, startedAtMs, heartbeatAtMs }, nowMs),
    lifecycle: row.archived_at === null ? "active" : "archived",
    experimentNumber: row.experiment_number,
    experimentName: row.experiment_name,
    parentRunId: toIdOrNull<RunId>(row.parent_run_id),
    createdBy: row.created_by,
    startedAtMs,
    endedAtMs,
    durationMs: runDurationMs(row.status, startedAtMs, endedAtMs),
    values: {},
  };
}
