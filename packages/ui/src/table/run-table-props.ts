import type { MetricAggregate, RunRow, RunSort } from "@assay/contract";
import type { ReactNode } from "react";

export interface RunTableActions {
  onSort: (sort: RunSort | null) => void;
  onAggregate: (column: string, aggregate: MetricAggregate) => void;
  onHideColumn: (column: string) => void;
  onSelect: (selected: ReadonlySet<string>) => void;
  onToggleShown: (runId: string) => void;
  onHover: (runId: string | null) => void;
  onEndReached: () => void;
  /** The run's name as a link to its page. */
  renderName: (run: RunRow) => ReactNode;
}

export interface RunTableProps {
  label: string;
  rows: readonly RunRow[];
  /** Column strings as in filters, without the name, which always comes first. */
  columns: readonly string[];
  sort: RunSort | null;
  selected: ReadonlySet<string>;
  /** Runs drawn in charts. */
  shown: ReadonlySet<string>;
  /** The row that the keyboard is on. */
  activeId: string | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  actions: RunTableActions;
}
