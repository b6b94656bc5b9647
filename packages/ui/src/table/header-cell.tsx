// biome-ignore-all lint/a11y/useSemanticElements: a grid with rows drawn only in view is positioned by hand, which a table's own layout cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: its cells hold the controls; the grid itself takes focus
import type { RunSort } from "@assay/contract";
import { columnLabel } from "../column/column-label.ts";
import { parseColumn } from "../column/parse-column.ts";
import { HeaderMenu } from "./header-menu.tsx";
import { nextSort } from "./next-sort.ts";
import type { RunTableActions } from "./run-table-props.ts";
import type { RunsTableHeader } from "./use-runs-table.ts";

interface HeaderCellProps {
  header: RunsTableHeader;
  sort: RunSort | null;
  isNumber: boolean;
  index: number;
  actions: RunTableActions;
}

/** A column's header: click sorts, the menu does the rest, the right edge resizes. */
export function HeaderCell({ header, sort, isNumber, index, actions }: HeaderCellProps) {
  const column = header.column.id;
  const field = parseColumn(column);
  const label = field === null ? column : columnLabel(field);
  const aggregate = field?.entity === "metric" ? field.aggregate : null;
  const direction = sort?.column === column ? sort.direction : null;
  const ariaSort = direction === null ? "none" : direction === "asc" ? "ascending" : "descending";
  return (
    <div
      role="columnheader"
      aria-sort={ariaSort}
      aria-colindex={index + 1}
      className="assay-runs-head-cell"
      data-number={isNumber || undefined}
      style={{ width: header.getSize() }}
    >
      <button
        type="button"
        className="assay-runs-sort"
        title={column}
        onClick={() => actions.onSort(nextSort(sort, column))}
      >
        <span className="assay-truncate">{label}</span>
        {aggregate !== null && <span className="assay-aggregate">{aggregate}</span>}
        <span aria-hidden className="assay-runs-arrow">
          {direction === null ? "" : direction === "asc" ? "↑" : "↓"}
        </span>
      </button>
      <HeaderMenu column={column} label={label} actions={actions} />
      <ResizeHandle header={header} />
    </div>
  );
}

/** A pointer-only convenience: widths never hide a value, which is whole on hover. */
export function ResizeHandle({ header }: { header: RunsTableHeader }) {
  const onResize = header.getResizeHandler();
  return <span aria-hidden className="assay-runs-resize" onMouseDown={onResize} onTouchStart={onResize} />;
}
