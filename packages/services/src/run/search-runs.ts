import type { Page, RunFilter, RunRow, RunSort } from "@assay/contract";
import { runSearch } from "@assay/db";
import { columnField, parseFilter, readRunField } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { addMetricValues } from "./add-metric-values.ts";
import { freshenSummaries } from "./freshen-summaries.ts";
import { decodeCursor, encodeCursor, queryFingerprint } from "./search-cursor.ts";

export const MAX_COUNTED = 10_000;

export interface RunSelectionInput {
  experiments?: number[] | undefined;
  filter: string | RunFilter | null;
  lifecycle: "active" | "archived" | "all";
}

export interface RunSearchInput extends RunSelectionInput {
  /** Columns as texts, or fields that another dialect has read. */
  sort: RunSort[] | runSearch.RunOrder[];
  columns: string[];
  cursor?: string | undefined;
  limit: number;
}

/** One page of runs, filtered, sorted and with the asked columns. */
export async function searchRuns({ ctx, input }: VerbArgs<ProjectContext, RunSearchInput>): Promise<Page<RunRow>> {
  requirePermission(ctx, "run:read");
  const selection = toSelection(ctx, input);
  const orders = input.sort.map(toOrder);
  const wanted = input.columns.map((column) => ({ column, field: columnField(column) }));
  if (usesMetrics(selection.filter) || orders.some(({ field }) => field.entity === "metric"))
    await freshenSummaries(ctx, selection);
  const fingerprint = queryFingerprint({ ...selection, orders });
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, fingerprint);
  const query = { ...selection, orders, after, limit: input.limit + 1 };
  const found = await runSearch.search(ctx.db, query, ctx.clock.now());
  const page = found.slice(0, input.limit);
  const items = page.map((one) => one.row);
  await Promise.all([runSearch.addValues(ctx.db, ctx.project.id, items, wanted), addMetricValues(ctx, items, wanted)]);
  const last = page.at(-1);
  const hasMore = found.length > input.limit && last !== undefined;
  return { items, nextCursor: hasMore ? encodeCursor(fingerprint, last.sortKeys) : null };
}

export function toSelection(ctx: ProjectContext, input: RunSelectionInput): runSearch.RunSelection {
  const { filter, lifecycle, experiments } = input;
  return {
    projectId: ctx.project.id,
    experimentNumbers: experiments ?? null,
    filter: typeof filter === "string" ? parseFilter(filter, readRunField) : filter,
    lifecycle,
  };
}

function toOrder(sort: RunSort | runSearch.RunOrder): runSearch.RunOrder {
  return "column" in sort ? { field: columnField(sort.column), direction: sort.direction } : sort;
}

function usesMetrics(filter: RunFilter | null): boolean {
  if (filter === null) return false;
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.nodes.some(usesMetrics);
    case "not":
      return usesMetrics(filter.node);
    default:
      return filter.field.entity === "metric";
  }
}
