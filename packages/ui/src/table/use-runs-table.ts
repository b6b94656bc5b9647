import type { RunRow } from "@assay/contract";
import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { createElement, useMemo } from "react";
import { columnWidth, NAME_WIDTH } from "./column-width.ts";
import { RunCell } from "./run-cell.tsx";
import type { RunTableProps } from "./run-table-props.ts";

const features = tableFeatures({ columnSizingFeature, columnResizingFeature, rowSelectionFeature });
const helper = createColumnHelper<typeof features, RunRow>();

export const NAME_COLUMN = "name";

function columnsOf(columns: readonly string[]) {
  return helper.columns([
    helper.display({ id: NAME_COLUMN, size: NAME_WIDTH, minSize: 160, maxSize: 720 }),
    ...columns.map((column) =>
      helper.display({
        id: column,
        size: columnWidth(column),
        minSize: 64,
        maxSize: 720,
        cell: ({ row }) => createElement(RunCell, { row: row.original, column }),
      }),
    ),
  ]);
}

/** The run table's model: columns with widths, rows, selection. Sorting and filtering are the server's. */
export function useRunsTable(props: RunTableProps) {
  const { rows, columns, selected, actions } = props;
  const columnDefs = useMemo(() => columnsOf(columns), [columns]);
  const rowSelection = useMemo(() => Object.fromEntries([...selected].map((id) => [id, true as const])), [selected]);
  const data = useMemo(() => [...rows], [rows]);
  return useTable({
    features,
    columns: columnDefs,
    data,
    columnResizeMode: "onChange",
    getRowId: (row) => row.id,
    state: { rowSelection },
    onRowSelectionChange: (updater) => {
      const next = typeof updater === "function" ? updater(rowSelection) : updater;
      actions.onSelect(new Set(Object.keys(next)));
    },
  });
}

export type RunsTable = ReturnType<typeof useRunsTable>;
export type RunsTableRow = ReturnType<RunsTable["getRowModel"]>["rows"][number];
export type RunsTableHeader = ReturnType<RunsTable["getFlatHeaders"]>[number];
