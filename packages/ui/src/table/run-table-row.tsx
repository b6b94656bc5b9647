// biome-ignore-all lint/a11y/useSemanticElements: a grid with rows drawn only in view is positioned by hand, which a table's own layout cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: its cells hold the controls; the grid itself takes focus
import { memo } from "react";
import { NameCell } from "./name-cell.tsx";
import type { RunTableActions } from "./run-table-props.ts";
import type { RunsTable, RunsTableRow } from "./use-runs-table.ts";

interface RunTableRowProps {
  table: RunsTable;
  row: RunsTableRow;
  top: number;
  /** Indexes of the columns in view, without the name. */
  columnIndexes: readonly number[];
  padBefore: number;
  numberColumns: ReadonlySet<string>;
  isSelected: boolean;
  isShown: boolean;
  isActive: boolean;
  hasStatus: boolean;
  /** Changes whenever a width does, so that a memoised row follows. */
  widthKey: number;
  actions: RunTableActions;
}

function RunTableRowView(props: RunTableRowProps) {
  const { table, row, actions } = props;
  const cells = row.getAllCells();
  const [nameCell] = cells;
  return (
    <div
      role="row"
      aria-rowindex={row.index + 2}
      aria-selected={props.isSelected}
      data-active={props.isActive || undefined}
      data-run-id={row.id}
      className="assay-runs-row"
      style={{ transform: `translateY(${props.top}px)` }}
      onMouseEnter={() => actions.onHover(row.id)}
      onMouseLeave={() => actions.onHover(null)}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className="assay-runs-pinned"
        style={{ width: nameCell?.column.getSize() }}
      >
        <NameCell
          run={row.original}
          isSelected={props.isSelected}
          isShown={props.isShown}
          hasStatus={props.hasStatus}
          onToggleSelected={row.getToggleSelectedHandler()}
          actions={actions}
        />
      </div>
      <span aria-hidden style={{ flex: "none", width: props.padBefore }} />
      {props.columnIndexes.map((index) => {
        const cell = cells[index + 1];
        if (cell === undefined) return null;
        return (
          <div
            role="cell"
            key={cell.id}
            aria-colindex={index + 2}
            className="assay-runs-cell"
            data-number={props.numberColumns.has(cell.column.id) || undefined}
            style={{ width: cell.column.getSize() }}
          >
            <table.FlexRender cell={cell} />
          </div>
        );
      })}
    </div>
  );
}

/** One run; drawn again only when something about it changed. */
export const RunTableRow = memo(RunTableRowView, (before, after) => {
  const keys = [
    "top",
    "padBefore",
    "isSelected",
    "isShown",
    "isActive",
    "hasStatus",
    "widthKey",
    "numberColumns",
    "actions",
  ] as const;
  return (
    before.row.original === after.row.original &&
    before.row === after.row &&
    before.columnIndexes.join() === after.columnIndexes.join() &&
    keys.every((key) => before[key] === after[key])
  );
});
