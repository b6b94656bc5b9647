"use client";

import { EmptyState, plural } from "@assay/ui";
import { type ChartRun, createHoverLink, type HoverLink, type XAxis } from "@assay/ui/chart";
import { useComputedColorScheme } from "@mantine/core";
import { useMemo, useState } from "react";
import { ChartPanel } from "./chart-panel.tsx";
import { chartSections } from "./chart-sections.ts";
import { ChartToolbar } from "./chart-toolbar.tsx";
import { useChartState } from "./use-chart-state.ts";
import "./charts.css";

interface ChartGridProps {
  runs: readonly ChartRun[];
  keys: readonly string[];
  /** What runs along the bottom until somebody chooses. */
  usualX?: XAxis;
  /** Lights up a run from outside the charts, such as from its row. */
  hoverLink?: HoverLink;
}

/** A panel for each key, in sections by prefix. */
export function ChartGrid({ runs, keys, usualX = "step", hoverLink }: ChartGridProps) {
  const [state] = useChartState(usualX);
  const [ownLink] = useState(createHoverLink);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: true });
  const sections = useMemo(() => chartSections(keys, state.panels), [keys, state.panels]);
  const shownCount = sections.reduce((sum, section) => sum + section.keys.length, 0);
  const preferences = useMemo(
    () => ({ xAxis: state.x, isLogY: state.logy, smoothing: state.smooth, scheme }),
    [state.x, state.logy, state.smooth, scheme],
  );
  return (
    <div className="charts">
      <ChartToolbar
        note={`${plural(runs.length, "run")} · ${shownCount} of ${plural(keys.length, "key")}`}
        usualX={usualX}
      />
      {keys.length > 0 && shownCount === 0 && (
        <EmptyState title={`No key contains “${state.panels}”`}>
          <p>Shorten the text, or clear it to see all {keys.length} keys.</p>
        </EmptyState>
      )}
      {sections.map((section) => (
        <details key={section.prefix} open className="charts-section">
          <summary>
            {section.prefix === "" ? "Metrics" : section.prefix}
            <span className="screen-note"> {section.keys.length}</span>
          </summary>
          <div className="charts-grid">
            {section.keys.map((key) => (
              <ChartPanel
                key={key}
                metricKey={key}
                runs={runs}
                preferences={preferences}
                hoverLink={hoverLink ?? ownLink}
              />
            ))}
          </div>
        </details>
      ))}
    </div>
  );
}
