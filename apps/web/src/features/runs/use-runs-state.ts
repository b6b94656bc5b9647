"use client";

import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { runSortParser } from "./run-sort-parser.ts";

export const LENSES = ["table", "charts", "compare"] as const;
export type Lens = (typeof LENSES)[number];

/** The run list's state, as the address says. `cols` and `runs` are null while nobody chose. */
export function useRunsState() {
  return useQueryStates(
    {
      lens: parseAsStringLiteral(LENSES).withDefault("table").withOptions({ history: "push" }),
      filter: parseAsString.withDefault(""),
      sort: runSortParser,
      cols: parseAsArrayOf(parseAsString),
      runs: parseAsArrayOf(parseAsString),
      archived: parseAsBoolean.withDefault(false),
    },
    { history: "replace", shallow: true },
  );
}

export type RunsState = ReturnType<typeof useRunsState>[0];
export type SetRunsState = ReturnType<typeof useRunsState>[1];
