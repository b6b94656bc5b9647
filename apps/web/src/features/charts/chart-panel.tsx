"use client";

import {
  type ChartPreferences,
  type ChartRange,
  type ChartRun,
  ChartTable,
  chartFooter,
  chartSentence,
  type HoverLink,
  LineChart,
} from "@assay/ui/chart";
import { ActionIcon, Button, Skeleton, Tooltip } from "@mantine/core";
import { useInViewport } from "@mantine/hooks";
import { IconChartLine, IconTable } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { useSeriesLines } from "./use-series-lines.ts";

interface ChartPanelProps {
  metricKey: string;
  runs: readonly ChartRun[];
  preferences: Omit<ChartPreferences, "range">;
  hoverLink: HoverLink;
}

/** One key's lines, or their table; fetched once it comes into view. */
export function ChartPanel({ metricKey, runs, preferences, hoverLink }: ChartPanelProps) {
  const { ref, inViewport } = useInViewport();
  const [wasSeen, setSeen] = useState(false);
  if (inViewport && !wasSeen) setSeen(true);
  const [range, setRange] = useState<ChartRange | null>(null);
  const [isTable, setTable] = useState(false);
  const { lines, query, isRefining } = useSeriesLines({
    runs,
    metricKey,
    xAxis: preferences.xAxis,
    range,
    isEnabled: wasSeen,
  });
  const drawn = useMemo(() => ({ ...preferences, range }), [preferences, range]);
  const footer = chartFooter(lines, preferences);
  const pointCount = lines.reduce((sum, line) => sum + line.pointCount, 0);
  return (
    <article
      ref={ref}
      className="charts-panel"
      aria-label={metricKey}
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
        {query.isError && <QueryError error={query.error} onRetry={() => void query.refetch()} />}
        {query.data !== undefined && isTable && <ChartTable label={`Points of ${metricKey}`} lines={lines} />}
        {query.data !== undefined && !isTable && (
          <LineChart
            lines={lines}
            preferences={drawn}
            description={chartSentence(metricKey, lines)}
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

interface PanelToggleProps {
  isTable: boolean;
  metricKey: string;
  onToggle: () => void;
}

function PanelToggle({ isTable, metricKey, onToggle }: PanelToggleProps) {
  const label = `${isTable ? "Chart" : "Table"} of ${metricKey}`;
  return (
    <Tooltip label={isTable ? "Show as chart" : "Show as table"}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onToggle}>
        {isTable ? <IconChartLine size={15} /> : <IconTable size={15} />}
      </ActionIcon>
    </Tooltip>
  );
}
