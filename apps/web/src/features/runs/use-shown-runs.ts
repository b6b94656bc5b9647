"use client";

import type { RunRow } from "@assay/contract";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { useChartRuns } from "../charts/use-chart-runs.ts";
import { idFilter } from "./id-filter.ts";

/** Charts stay legible and quick up to this many runs. */
export const MOST_SHOWN = 100;
const SHOWN_BY_DEFAULT = 10;

/** The runs whose eye is open: those chosen, else the first ten of the list. */
export function useShownRuns(chosen: readonly string[] | null, rows: readonly RunRow[]) {
  const trpc = useTRPC();
  const scope = useScope();
  const ids = useMemo(
    () => (chosen ?? rows.slice(0, SHOWN_BY_DEFAULT).map((row) => row.id)).slice(0, MOST_SHOWN),
    [chosen, rows],
  );
  const missing = ids.filter((id) => !rows.some((row) => row.id === id) && /^[0-9a-f]{32}$/.test(id));
  const elsewhere = useQuery(
    trpc.run.search.queryOptions(
      missing.length === 0 ? skipToken : { ...scope, filter: idFilter(missing), lifecycle: "all", limit: MOST_SHOWN },
    ),
  );
  const shown = useMemo(() => new Set<string>(ids), [ids]);
  const found = [...rows, ...(elsewhere.data?.items ?? [])].filter((row) => shown.has(row.id));
  const runs = useChartRuns(found);
  return { ids, shown, runs };
}
