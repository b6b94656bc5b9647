"use client";

import { X_AXES, type XAxis } from "@assay/ui/chart";
import { Select, Slider, Switch, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { useChartState } from "./use-chart-state.ts";

const X_WORDS: Record<XAxis, string> = { step: "Step", time: "Wall time", relative: "Time since start" };

/** What all panels share: x axis, scale, smoothing, which keys. */
export function ChartToolbar({ note, usualX }: { note: string; usualX: XAxis }) {
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
        w={140}
        data={X_AXES.map((axis) => ({ value: axis, label: X_WORDS[axis] }))}
        value={state.x}
        onChange={(value) => void setState({ x: X_AXES.find((axis) => axis === value) ?? usualX })}
        allowDeselect={false}
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
      <span className="screen-note assay-figures">{note}</span>
    </fieldset>
  );
}
