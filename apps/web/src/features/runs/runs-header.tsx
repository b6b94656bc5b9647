"use client";

import { SegmentedControl } from "@mantine/core";
import { ArchivedToggle } from "./archived-toggle.tsx";
import { ColumnsButton } from "./columns-button.tsx";
import type { RunsModel } from "./use-runs-model.ts";
import { LENSES } from "./use-runs-state.ts";
import { ViewsMenu } from "./views-menu.tsx";

interface RunsHeaderProps {
  name: string;
  experiment: number;
  model: RunsModel;
}

const WORDS = { table: "Table", charts: "Charts", compare: "Compare" } as const;

/** The experiment's name, the lens, and what arranges the list. */
export function RunsHeader({ name, experiment, model }: RunsHeaderProps) {
  return (
    <header className="runs-header">
      <h1 className="screen-title assay-truncate">{name}</h1>
      <SegmentedControl
        aria-label="Lens"
        value={model.state.lens}
        onChange={(value) => void model.setState({ lens: LENSES.find((lens) => lens === value) ?? "table" })}
        data={LENSES.map((lens) => ({ value: lens, label: WORDS[lens] }))}
      />
      <span className="screen-actions">
        <ArchivedToggle model={model} />
        <ViewsMenu screen={`experiments/${experiment}`} />
        <ColumnsButton model={model} />
      </span>
    </header>
  );
}
