// biome-ignore-all lint/a11y/useSemanticElements: a grid with rows drawn only in view is positioned by hand, which a table's own layout cannot do
import { useEffect, useMemo, useRef } from "react";
import { isNumberColumn } from "./is-number-column.ts";
import { RunTableHead } from "./run-table-head.tsx";
import type { RunTableProps } from "./run-table-props.ts";
import { RunTableRow } from "./run-table-row.tsx";
import { useRunsTable } from "./use-runs-table.ts";
import { ROW_PX, useTableWindow } from "./use-table-window.ts";
import "./run-table.css";

const FETCH_AHEAD_ROWS = 25;

/** Runs as rows: virtual in both directions, name pinned, sorted and filtered by the server. Fills its parent. */
export function RunTable(props: RunTableProps) {
  const { rows, columns, selected, shown, sort, actions, activeId } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRunsTable(props);
  const view = useTableWindow(table, scroller);
  const hasStatus = !columns.includes("status");
  const numberKey = columns.filter((column) => isNumberColumn(column, rows)).join("\n");
  const numberColumns = useMemo(() => new Set(numberKey.split("\n")), [numberKey]);
  const items = view.rowWindow.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;
  const shouldFetch = props.hasMore && !props.isLoadingMore && lastIndex >= rows.length - FETCH_AHEAD_ROWS;

  useEffect(() => {
    if (shouldFetch) actions.onEndReached();
  }, [shouldFetch, actions]);

  const activeIndex = rows.findIndex((row) => row.id === activeId);
  const { rowWindow } = view;
  useEffect(() => {
    if (activeIndex >= 0) rowWindow.scrollToIndex(activeIndex);
  }, [activeIndex, rowWindow]);

  const model = table.getRowModel().rows;
  const shared = { columnIndexes: view.columnIndexes, padBefore: view.padBefore, numberColumns, actions };
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-multiselectable
      aria-rowcount={props.hasMore ? -1 : rows.length + 1}
      aria-colcount={columns.length + 1}
      tabIndex={0}
      className="assay-runs"
    >
      <div style={{ width: view.width, minWidth: "100%" }}>
        <RunTableHead table={table} sort={sort} {...shared} />
        <div role="rowgroup" className="assay-runs-body" style={{ height: rowWindow.getTotalSize() }}>
          {items.map((item) => {
            const row = model[item.index];
            if (row === undefined) return null;
            return (
              <RunTableRow
                key={row.id}
                table={table}
                row={row}
                top={item.start}
                isSelected={selected.has(row.id)}
                isShown={shown.has(row.id)}
                isActive={row.id === activeId}
                hasStatus={hasStatus}
                widthKey={view.widthKey}
                {...shared}
              />
            );
          })}
        </div>
        {props.isLoadingMore && (
          <div role="status" className="assay-runs-more" style={{ height: ROW_PX }}>
            Loading more runs…
          </div>
        )}
      </div>
    </div>
  );
}
