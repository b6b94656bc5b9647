"use client";

import { columnOf, parseColumn } from "@assay/ui";
import { RunTable, type RunTableActions } from "@assay/ui/run-table";
import { useEffect, useMemo, useRef } from "react";
import { runPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { PageLink } from "../shell/page-link.tsx";
import type { RunsModel } from "./use-runs-model.ts";

interface RunListTableProps {
  model: RunsModel;
  /** Only the pinned column, beside a lens. */
  isNarrow: boolean;
}

const NO_COLUMNS: readonly string[] = [];

/** Actions that stay the same object, so that rows need not be drawn again when the model moves on. */
function useTableActions(model: RunsModel): RunTableActions {
  const scope = useScope();
  const latest = useRef(model);
  useEffect(() => {
    latest.current = model;
  });
  return useMemo(() => {
    const replace = (column: string, next: string[]) =>
      latest.current.columns.flatMap((one) => (one === column ? next : [one]));
    return {
      onSort: (sort) => void latest.current.setState({ sort }),
      onAggregate: (column, aggregate) => {
        const field = parseColumn(column);
        if (field?.entity !== "metric") return;
        const next = columnOf({ ...field, aggregate });
        const { sort } = latest.current.state;
        void latest.current.setState({
          cols: replace(column, [next]),
          ...(sort?.column === column ? { sort: { ...sort, column: next } } : {}),
        });
      },
      onHideColumn: (column) => void latest.current.setState({ cols: replace(column, []) }),
      onSelect: (selected) => latest.current.setSelected(selected),
      onToggleShown: (runId) => latest.current.toggleShown(runId),
      onHover: (runId) => latest.current.hoverLink.set({ lineId: runId, x: null }),
      onEndReached: () => void latest.current.runs.list.fetchNextPage(),
      renderName: (run) => (
        <PageLink href={runPath(scope, run.id)} title={run.name}>
          {run.name}
        </PageLink>
      ),
    };
  }, [scope]);
}

/** The run table bound to the list's state. */
export function RunListTable({ model, isNarrow }: RunListTableProps) {
  const actions = useTableActions(model);
  const { list, rows } = model.runs;
  return (
    <RunTable
      label="Runs"
      rows={rows}
      columns={isNarrow ? NO_COLUMNS : model.columns}
      sort={model.state.sort}
      selected={model.selected}
      shown={model.shown.shown}
      activeId={model.activeId}
      hasMore={list.hasNextPage}
      isLoadingMore={list.isFetchingNextPage}
      actions={actions}
    />
  );
}
