"use client";

import type { RunKeys } from "@assay/contract";
import { createHoverLink } from "@assay/ui/chart";
import { useMemo, useState } from "react";
import { defaultColumns } from "./default-columns.ts";
import { useRunKeys } from "./use-run-keys.ts";
import { useRunList } from "./use-run-list.ts";
import { useRunsState } from "./use-runs-state.ts";
import { useShownRuns } from "./use-shown-runs.ts";

const NO_KEYS: RunKeys = { metrics: [], params: [], tags: [] };

/** Everything the run list's parts share: URL state, keys, columns, rows, who is shown, selected and active. */
export function useRunsModel(experiment: number) {
  const [state, setState] = useRunsState();
  const keysQuery = useRunKeys(experiment);
  const keys = keysQuery.data ?? NO_KEYS;
  const columnKey = (state.cols ?? defaultColumns(keys)).join("\n");
  const columns = useMemo(() => (columnKey === "" ? [] : columnKey.split("\n")), [columnKey]);
  const runs = useRunList({
    experiment,
    filter: state.filter,
    sort: state.sort,
    columns,
    isArchived: state.archived,
    isEnabled: !keysQuery.isPending,
  });
  const shown = useShownRuns(state.runs, runs.rows);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [activeId, setActiveId] = useState<string | null>(null);
  const [hoverLink] = useState(createHoverLink);

  const toggleShown = (runId: string) => {
    const next = shown.shown.has(runId) ? shown.ids.filter((id) => id !== runId) : [...shown.ids, runId];
    void setState({ runs: next });
  };

  return {
    experiment,
    state,
    setState,
    keys,
    columns,
    runs,
    shown,
    toggleShown,
    selected,
    setSelected,
    activeId,
    setActiveId,
    hoverLink,
  };
}

export type RunsModel = ReturnType<typeof useRunsModel>;
