// biome-ignore-all lint/a11y/useSemanticElements: a grid with rows drawn only in view is positioned by hand, which a table's own layout cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: its cells hold the controls; the grid itself takes focus
import type { RunSort } from "@assay/contract";
import { Checkbox } from "@mantine/core";
import { HeaderCell, ResizeHandle } from "./header-cell.tsx";
import { nextSort } from "./next-sort.ts";
import type { RunTableActions } from "./run-table-props.ts";
import { NAME_COLUMN, type RunsTable } from "./use-runs-table.ts";

interface RunTableHeadProps {
  table: RunsTable;
  columnIndexes: readonly number[];
  padBefore: number;
  numberColumns: ReadonlySet<string>;
  sort: RunSort | null;
  actions: RunTableActions;
}

/** The sticky header row. */
export function RunTableHead({ table, columnIndexes, padBefore, numberColumns, sort, actions }: RunTableHeadProps) {
  const headers = table.getFlatHeaders();
  const [nameHeader] = headers;
  const direction = sort?.column === NAME_COLUMN ? sort.direction : null;
  return (
    <div role="row" aria-rowindex={1} className="assay-runs-row assay-runs-head">
      <div
        role="columnheader"
        aria-sort={direction === null ? "none" : direction === "asc" ? "ascending" : "descending"}
        aria-colindex={1}
        className="assay-runs-pinned assay-runs-head-cell"
        style={{ width: nameHeader?.getSize() }}
      >
        <Checkbox
          size="xs"
          radius="sm"
          aria-label="Select all loaded runs"
          checked={table.getIsAllRowsSelected()}
          indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
          onChange={table.getToggleAllRowsSelectedHandler()}
        />
        <button type="button" className="assay-runs-sort" onClick={() => actions.onSort(nextSort(sort, NAME_COLUMN))}>
          Name
          <span aria-hidden className="assay-runs-arrow">
            {direction === null ? "" : direction === "asc" ? "↑" : "↓"}
          </span>
        </button>
        {nameHeader !== undefined && <ResizeHandle header={nameHeader} />}
      </div>
      <span aria-hidden style={{ flex: "none", width: padBefore }} />
      {columnIndexes.map((index) => {
        const header = headers[index + 1];
        if (header === undefined) return null;
        const isNumber = numberColumns.has(header.column.id);
        return (
          <HeaderCell
            key={header.id}
            header={header}
            sort={sort}
            isNumber={isNumber}
            index={index + 1}
            actions={actions}
          />
        );
      })}
    </div>
  );
}
