import type { Page, RunFilter, RunId, RunSort } from "@assay/contract";
import { runSearch } from "@assay/db";
import { columnField, parseFilter, readRunField } from "@assay/domain";
import type { ProjectContext } from "../context.ts";
import { freshenSummaries } from "./freshen-summaries.ts";
import { decodeCursor, encodeCursor, queryFingerprint } from "./search-cursor.ts";

export interface RunSelectionInput {
  experiments?: number[] | undefined;
  filter: string | RunFilter | null;
  lifecycle: "active" | "archived" | "all";
}

export interface RunPageInput extends RunSelectionInput {
  /** Columns as texts, or fields that another dialect has read. */
  sort: RunSort[] | runSearch.RunOrder[];
  cursor?: string | undefined;
  limit: number;
}

/** The ids of one page of runs, filtered and sorted. */
export async function findRunPage(ctx: ProjectContext, input: RunPageInput): Promise<Page<RunId>> {
  const selection = toSelection(ctx, input);
  const orders = input.sort.map(toOrder);
  const names = await ctx.names.of(selection, orders);
  if (names.keyIds.size > 0) await freshenSummaries(ctx, selection, names);
  const fingerprint = queryFingerprint({ ...selection, orders });
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, fingerprint);
  const found = await runSearch.search(ctx.db, { ...selection, orders, after, limit: input.limit }, names);
  return { items: found.ids, nextCursor: found.after === null ? null : encodeCursor(fingerprint, found.after) };
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
