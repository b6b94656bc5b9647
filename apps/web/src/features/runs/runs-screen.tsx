"use client";

import { EmptyState } from "@assay/ui";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { StartGuide } from "../start/start-guide.tsx";
import { RunsBody } from "./runs-body.tsx";
import { RunsHeader } from "./runs-header.tsx";
import { RunsToolbar } from "./runs-toolbar.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useRunsKeyboard } from "./use-runs-keyboard.ts";
import { useRunsModel } from "./use-runs-model.ts";
import "./runs.css";

/** An experiment's runs: one list, three lenses. */
export function RunsScreen({ experiment }: { experiment: number }) {
  const trpc = useTRPC();
  const scope = useScope();
  const details = useQuery(trpc.experiment.get.queryOptions({ ...scope, number: experiment }));
  const model = useRunsModel(experiment);
  useRunsKeyboard(model);
  const { list, rows } = model.runs;
  const isFiltered = model.state.filter !== "" || model.state.archived;
  const isEmpty = list.isSuccess && !list.isPlaceholderData && rows.length === 0;

  if (details.isError) {
    return (
      <div className="screen screen-narrow">
        <QueryError error={details.error} onRetry={() => void details.refetch()} />
      </div>
    );
  }
  return (
    <div className="runs">
      <RunsHeader name={details.data?.name ?? "…"} experiment={experiment} model={model} />
      <RunsToolbar model={model} />
      {isEmpty && !isFiltered && (
        <div className="runs-scroll">
          <StartGuide experiment={details.data?.name ?? null} />
        </div>
      )}
      {isEmpty && isFiltered && (
        <EmptyState title={model.state.filter === "" ? "No archived runs" : "No run matches this filter"}>
          <p>
            {model.state.filter === ""
              ? "Archived runs are kept here and can be restored."
              : "Loosen it, or clear it to see all runs."}
          </p>
        </EmptyState>
      )}
      {!isEmpty && <RunsBody model={model} />}
      <SelectionBar model={model} />
    </div>
  );
}
