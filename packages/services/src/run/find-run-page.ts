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
  const { query, names, cursorAt } = await prepareRunSearch(ctx, input);
  const { ids, after } = await runSearch.search(ctx.db, query, names);
  return { items: ids, nextCursor: cursorAt(after) };
}

interface PreparedSearch {
  query: runSearch.RunSearch;
  names: runSearch.RunNames;
  cursorAt(after: runSearch.FoundRuns["after"]): string | null;
}

/** What a page's search asks of the database, with all it needs to be right. */
export async function prepareRunSearch(ctx: ProjectContext, input: RunPageInput): Promise<PreparedSearch> {
  const selection = toSelection(ctx, input);
  const orders = input.sort.map(toOrder);
  const names = await ctx.names.of(selection, orders);
  if (names.keyIds.size > 0) await freshenSummaries(ctx, selection, names);
  const fingerprint = queryFingerprint({ ...selection, orders });
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, fingerprint);
  return {
    query: { ...selection, orders, after, limit: input.limit },
    names,
    cursorAt: (last) => (last === null ? null : encodeCursor(fingerprint, last)),
  };
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
