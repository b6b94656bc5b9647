"use client";

import { ErrorNotice, plural, SkeletonRows } from "@assay/ui";
import { Button } from "@mantine/core";
import { QueryError } from "../../data/query-error.tsx";
import { CompareView } from "../compare/compare-view.tsx";
import { RunListTable } from "./run-list-table.tsx";
import { RunsCharts } from "./runs-charts.tsx";
import type { RunsModel } from "./use-runs-model.ts";
import { MOST_SHOWN } from "./use-shown-runs.ts";

/** The list, and beside it what the lens shows of the visible runs. */
export function RunsBody({ model }: { model: RunsModel }) {
  const { state, runs, shown } = model;
  const isNarrow = state.lens !== "table";
  return (
    <div className="runs-body" data-lens={state.lens}>
      <div className="runs-list">
        {runs.newCount > 0 && runs.rows.length > 0 && (
          <Button fullWidth radius={0} variant="light" size="compact-sm" onClick={() => void runs.reload()}>
            Show {plural(runs.newCount, "new run")}
          </Button>
        )}
        {runs.list.isError && state.filter === "" && (
          <QueryError error={runs.list.error} onRetry={() => void runs.list.refetch()} />
        )}
        {runs.list.isPending && runs.rows.length === 0 && <SkeletonRows rows={16} height={32} />}
        {runs.rows.length > 0 && <RunListTable model={model} isNarrow={isNarrow} />}
      </div>
      {isNarrow && (
        <div className="runs-lens">
          {state.lens === "charts" && <RunsCharts model={model} />}
          {state.lens === "compare" && (state.runs?.length ?? 0) > MOST_SHOWN && (
            <ErrorNotice
              message={`The first ${MOST_SHOWN} of the chosen runs are compared.`}
              remedy="Close some eyes to compare others."
            />
          )}
          {state.lens === "compare" && <CompareView runs={shown.runs} />}
        </div>
      )}
    </div>
  );
}
