"use client";

import type { SeriesAxis } from "@assay/contract";
import { xTitle } from "@assay/ui/chart";
import { Select, Slider, Switch, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { seriesAxisParser } from "./series-axis-parser.ts";
import { useChartState } from "./use-chart-state.ts";

const PLAIN_AXES: SeriesAxis[] = [{ kind: "step" }, { kind: "time" }, { kind: "relative" }];
const MOST_LISTED = 100;

interface ChartToolbarProps {
  note: string;
  /** The metrics that can run along the bottom. */
  keys: readonly string[];
  usualX: SeriesAxis;
  children?: ReactNode;
}

const choiceOf = (axis: SeriesAxis) => ({ value: seriesAxisParser.serialize(axis), label: xTitle(axis) });

/** What all panels share: x axis, scale, smoothing, which keys, and what a screen adds. */
export function ChartToolbar({ note, keys, usualX, children }: ChartToolbarProps) {
  const [state, setState] = useChartState(usualX);
  const [smoothing, setSmoothing] = useState(state.smooth);
  const applySmoothing = useDebouncedCallback((smooth: number) => void setState({ smooth }), 120);
  return (
    <fieldset className="charts-toolbar" aria-label="Chart settings">
      <TextInput
        className="charts-search"
        aria-label="Show charts whose key contains"
        placeholder="Key contains…"
        value={state.panels}
        onChange={(event) => void setState({ panels: event.currentTarget.value })}
      />
      <Select
        aria-label="X axis"
        w={160}
        data={[
          ...PLAIN_AXES.map(choiceOf),
          { group: "Metric", items: keys.map((key) => choiceOf({ kind: "metric", key })) },
        ]}
        value={seriesAxisParser.serialize(state.x)}
        onChange={(value) => void setState({ x: seriesAxisParser.parse(value ?? "") ?? usualX })}
        allowDeselect={false}
        searchable
        limit={MOST_LISTED}
      />
      <Switch
        label="Log y"
        checked={state.logy}
        onChange={(event) => void setState({ logy: event.currentTarget.checked })}
      />
      <div className="charts-smoothing">
        <span id="smoothing-label">Smoothing</span>
        <Slider
          size="sm"
          min={0}
          max={0.99}
          step={0.01}
          label={null}
          value={smoothing}
          thumbProps={{ "aria-labelledby": "smoothing-label" }}
          onChange={(value) => {
            setSmoothing(value);
            applySmoothing(value);
          }}
        />
        <span className="assay-figures charts-smoothing-value">{smoothing.toFixed(2)}</span>
      </div>
      {children}
      <span className="screen-note assay-figures">{note}</span>
    </fieldset>
  );
}
