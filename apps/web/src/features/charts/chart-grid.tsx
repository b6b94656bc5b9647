"use client";

import type { SeriesAxis } from "@assay/contract";
import { EmptyState, plural } from "@assay/ui";
import { createHoverLink, type HoverLink, LineLegend } from "@assay/ui/chart";
import { useComputedColorScheme } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import { ChartPanel } from "./chart-panel.tsx";
import { chartSections } from "./chart-sections.ts";
import type { ChartSubject } from "./chart-subject.ts";
import { ChartToolbar } from "./chart-toolbar.tsx";
import { BY_STEP, useChartState } from "./use-chart-state.ts";
import "./charts.css";

interface ChartGridProps {
  subject: ChartSubject;
  keys: readonly string[];
  /** What runs along the bottom until somebody chooses. */
  usualX?: SeriesAxis;
  /** Lights up a run from outside the charts, such as from its row. */
  hoverLink?: HoverLink;
  /** More settings for the toolbar. */
  controls?: ReactNode;
}

/** A panel for each key, in sections by prefix. */
export function ChartGrid({ subject, keys, usualX = BY_STEP, hoverLink, controls }: ChartGridProps) {
  const [state] = useChartState(usualX);
  const [ownLink] = useState(createHoverLink);
  const link = hoverLink ?? ownLink;
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
        note={`${subjectText(subject)} · ${shownCount} of ${plural(keys.length, "key")}`}
        keys={keys}
        usualX={usualX}
      >
        {controls}
      </ChartToolbar>
      {subject.kind === "groups" && (
        <LineLegend label="Groups" groups={subject.groups} scheme={scheme} hoverLink={link} />
      )}
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
              <ChartPanel key={key} metricKey={key} subject={subject} preferences={preferences} hoverLink={link} />
            ))}
          </div>
        </details>
      ))}
    </div>
  );
}

function subjectText(subject: ChartSubject): string {
  if (subject.kind === "runs") return plural(subject.runs.length, "run");
  const runCount = subject.groups.reduce((sum, group) => sum + group.runCount, 0);
  const all = `${plural(subject.groups.length, "group")} of ${plural(runCount, "run")}`;
  return subject.limitNote === null ? all : `${all}: ${subject.limitNote}`;
}
