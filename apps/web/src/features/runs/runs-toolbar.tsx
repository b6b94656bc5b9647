"use client";

import { formatCount, plural } from "@assay/ui";
import { FilterInput } from "./filter-input.tsx";
import type { RunsModel } from "./use-runs-model.ts";

/** The filter, and how many runs match it. */
export function RunsToolbar({ model }: { model: RunsModel }) {
  const { list, count } = model.runs;
  const matching = count === null ? "…" : `${count.isCapped ? "over " : ""}${plural(count.count, "run")}`;
  return (
    <div className="runs-toolbar">
      <FilterInput
        value={model.state.filter}
        error={list.isError && model.state.filter !== "" ? list.error : null}
        onApply={(filter) => void model.setState({ filter, runs: null })}
      />
      <span className="screen-note assay-figures runs-count" role="status">
        {matching} · {formatCount(model.shown.runs.length)} shown
      </span>
    </div>
  );
}
