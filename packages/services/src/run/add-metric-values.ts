import type { RunField, RunRow } from "@assay/contract";
import type { runSearch } from "@assay/db";
import type { ProjectContext } from "../context.ts";

type MetricField = Extract<RunField, { entity: "metric" }>;

/** Fills in the values of metric columns, as they are this moment; what a run has no number for stays out. */
export async function addMetricValues(
  ctx: ProjectContext,
  rows: readonly RunRow[],
  wanted: readonly runSearch.WantedColumn[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = wanted.flatMap(({ column, field }) => (field.entity === "metric" ? [{ column, field }] : []));
  const groups = Map.groupBy(columns, ({ field }) => field.aggregate);
  await Promise.all([...groups].map(([aggregate, group]) => addAggregate(ctx, rows, aggregate, group)));
}

async function addAggregate(
  ctx: ProjectContext,
  rows: readonly RunRow[],
  aggregate: MetricField["aggregate"],
  columns: readonly { column: string; field: MetricField }[],
): Promise<void> {
  const runIds = rows.map((row) => row.id);
  // One key may be asked for under several names: `metrics.loss` is `metrics.loss.last`.
  const columnsOf = Map.groupBy(columns, ({ field }) => field.key);
  const found = await ctx.metrics.aggregates(ctx.project.id, runIds, [...columnsOf.keys()], aggregate);
  const names = [...columnsOf.values()].map((same) => same.map(({ column }) => column));
  const isPlace = aggregate === "argmin" || aggregate === "argmax";
  for (const row of rows) {
    found.get(row.id)?.forEach((value, at) => {
      // A series of nothing but NaN has no extreme and so no step of one.
      if (value === undefined || (isPlace && Number.isNaN(value))) return;
      for (const column of names[at] ?? []) row.values[column] = value;
    });
  }
}
