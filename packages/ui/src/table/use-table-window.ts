import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import { NAME_COLUMN, type RunsTable } from "./use-runs-table.ts";

export const ROW_PX = 32;

/** Which rows and columns of the table are in view. */
export function useTableWindow(table: RunsTable, scroller: RefObject<HTMLDivElement | null>) {
  const count = table.getRowModel().rows.length;
  const widths = table.getFlatHeaders().flatMap((header) => (header.column.id === NAME_COLUMN ? [] : header.getSize()));
  const widthKey =
    table.getFlatHeaders().reduce((sum, header, index) => sum * 31 + header.getSize() * (index + 1), 7) % 2 ** 31;
  const nameWidth = table.getFlatHeaders()[0]?.getSize() ?? 0;

  const rowWindow = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: 0,
    scrollPaddingStart: ROW_PX,
  });
  const columnWindow = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[index] ?? 120,
    overscan: 4,
  });
  useEffect(() => columnWindow.measure(), [columnWindow, widthKey]);

  const columns = columnWindow.getVirtualItems();
  return {
    rowWindow,
    columnIndexes: columns.map((item) => item.index),
    padBefore: columns[0]?.start ?? 0,
    width: nameWidth + columnWindow.getTotalSize(),
    widthKey,
  };
}
