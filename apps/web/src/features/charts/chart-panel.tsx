"use client";

import {
  type ChartLine,
  type ChartPreferences,
  type ChartRange,
  ChartTable,
  chartSentence,
  emptyReason,
  type HoverLink,
  LineChart,
} from "@assay/ui/chart";
import { Button, Skeleton } from "@mantine/core";
import { useInViewport } from "@mantine/hooks";
import { memo, useMemo, useState } from "react";
import { QueryError } from "../../data/query-error.tsx";
import type { ChartSubject } from "./chart-subject.ts";
import { panelFooter } from "./panel-footer.ts";
import { PanelToggle } from "./panel-toggle.tsx";
import { usePanelLines } from "./use-panel-lines.ts";

interface ChartPanelProps {
  metricKey: string;
  subject: ChartSubject;
  preferences: Omit<ChartPreferences, "range">;
  hoverLink: HoverLink;
}

/** One key's lines, or their table; fetched and kept up to date while it is in view. */
export const ChartPanel = memo(ChartPanelView);

function ChartPanelView({ metricKey, subject, preferences, hoverLink }: ChartPanelProps) {
  const { ref, inViewport } = useInViewport();
  const { range, setRange } = useRange(preferences);
  const [isTable, setTable] = useState(false);
  const { xAxis } = preferences;
  const { lines, query, isRefining } = usePanelLines(subject, { metricKey, xAxis, range, isEnabled: inViewport });
  const footer = panelFooter(subject, lines, preferences);
  const pointCount = lines.reduce((sum, line) => sum + line.pointCount, 0);
  const isKnown = query.data !== undefined;
  return (
    <article
      ref={ref}
      className="charts-panel"
      aria-label={metricKey}
      aria-busy={query.isFetching}
      data-testid="chart-panel"
      data-key={metricKey}
      data-point-count={pointCount}
    >
      <header className="charts-panel-head">
        <h3 className="assay-truncate charts-panel-title" title={metricKey}>
          {metricKey}
        </h3>
        {range !== null && (
          <Button variant="default" size="compact-xs" onClick={() => setRange(null)}>
            Reset zoom
          </Button>
        )}
        <PanelToggle isTable={isTable} metricKey={metricKey} onToggle={() => setTable(!isTable)} />
      </header>
      <div className="charts-panel-plot">
        {query.isPending && <Skeleton height="100%" radius="sm" />}
        {query.isError && !isKnown && <QueryError error={query.error} onRetry={() => void query.refetch()} />}
        {isKnown && isTable && <ChartTable label={`Points of ${metricKey}`} lines={lines} xAxis={xAxis} />}
        {isKnown && !isTable && (
          <PanelPlot
            metricKey={metricKey}
            lines={lines}
            preferences={preferences}
            range={range}
            hoverLink={hoverLink}
            onZoom={setRange}
          />
        )}
      </div>
      <footer className="charts-panel-foot assay-figures assay-truncate" title={footer}>
        {query.isPending ? "…" : isRefining ? "fetching finer points…" : footer}
      </footer>
    </article>
  );
}

/** The part of the x axis in view; all of it again when another axis is chosen. */
function useRange({ xAxis }: Pick<ChartPreferences, "xAxis">) {
  const axisId = JSON.stringify(xAxis);
  const [zoom, setZoom] = useState<{ range: ChartRange | null; axisId: string } | null>(null);
  const range = zoom?.axisId === axisId ? zoom.range : null;
  return { range, setRange: (next: ChartRange | null) => setZoom({ range: next, axisId }) };
}

interface PanelPlotProps extends Omit<ChartPanelProps, "subject"> {
  lines: readonly ChartLine[];
  range: ChartRange | null;
  onZoom: (range: ChartRange | null) => void;
}

function PanelPlot({ metricKey, lines, preferences, range, hoverLink, onZoom }: PanelPlotProps) {
  const drawn = useMemo(() => ({ ...preferences, range }), [preferences, range]);
  const reason = emptyReason(lines, preferences);
  if (reason !== null) return <p className="charts-panel-empty">{reason}</p>;
  return (
    <LineChart
      lines={lines}
      preferences={drawn}
      description={chartSentence(metricKey, lines)}
      hoverLink={hoverLink}
      onZoom={onZoom}
    />
  );
}
