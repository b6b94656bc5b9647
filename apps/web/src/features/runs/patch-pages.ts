import type { RunPage, RunRow } from "@assay/contract";
import type { InfiniteData } from "@tanstack/react-query";

export type RunPages = InfiniteData<RunPage, string | null>;

/** The same pages with fresher rows in the places of their older selves. */
export function patchPages(pages: RunPages, fresh: readonly RunRow[]): RunPages {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  return {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.map((row) => byId.get(row.id) ?? row) })),
  };
}
