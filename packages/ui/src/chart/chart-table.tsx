// biome-ignore-all lint/a11y/useSemanticElements: a grid with rows drawn only in view is positioned by hand, which a table's own layout cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: its cells hold the controls; the grid itself takes focus
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: without a stop, the keyboard could not scroll it (WCAG 2.1.1)
import type { SeriesAxis } from "@assay/contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { NumberText } from "../basics/number-text.tsx";
import { formatAbsolute } from "../format/format-absolute.ts";
import { formatDuration } from "../format/format-duration.ts";
import { formatNumber } from "../format/format-number.ts";
import type { ChartLine } from "./chart-line.ts";
import { tableRows } from "./table-rows.ts";
import { xTitle } from "./x-title.ts";
import "./chart.css";

interface ChartTableProps {
  label: string;
  lines: readonly ChartLine[];
  xAxis: SeriesAxis;
}

const ROW_PX = 26;

function formatPlace(x: number, xAxis: SeriesAxis): string {
  if (xAxis.kind === "time") return formatAbsolute(x);
  return xAxis.kind === "relative" ? formatDuration(x) : formatNumber(x);
}

/** The points of a chart as a table by place on the x axis. */
export function ChartTable({ label, lines, xAxis }: ChartTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => tableRows(lines), [lines]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  const columns = `${xAxis.kind === "time" ? 168 : 112}px repeat(${lines.length}, minmax(112px, 1fr))`;
  return (
    <div
      ref={scroller}
      className="assay-chart-table"
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
    >
      <div role="row" className="assay-chart-table-row assay-chart-table-head" style={{ gridTemplateColumns: columns }}>
        <span role="columnheader">{xTitle(xAxis)}</span>
        {lines.map((line) => (
          <span role="columnheader" key={line.id} className="assay-truncate" title={line.name}>
            {line.name}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const style = {
            gridTemplateColumns: columns,
            transform: `translateY(${item.start}px)`,
            position: "absolute",
          } as const;
          return (
            <div
              role="row"
              key={item.key}
              aria-rowindex={item.index + 2}
              className="assay-chart-table-row"
              style={style}
            >
              <span role="rowheader" className="assay-truncate">
                {formatPlace(row.x, xAxis)}
              </span>
              {row.values.map((value, column) => (
                <span role="cell" key={lines[column]?.id ?? column}>
                  {value === null ? "" : <NumberText value={value} />}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
