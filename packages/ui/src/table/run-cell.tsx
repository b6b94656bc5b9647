import type { RunRow } from "@assay/contract";
import type { ReactNode } from "react";
import { NumberText } from "../basics/number-text.tsx";
import { TimeText } from "../basics/time-text.tsx";
import { formatDuration } from "../format/format-duration.ts";
import { RunStatus } from "../status/run-status.tsx";

interface RunCellProps {
  row: RunRow;
  column: string;
}

function attribute(row: RunRow, column: string): ReactNode {
  switch (column) {
    case "status":
      return <RunStatus status={row.status} />;
    case "number":
      return <NumberText value={row.number} />;
    case "started_at":
    case "created_at":
      return <TimeText timeMs={row.startedAtMs} />;
    case "ended_at":
      return <TimeText timeMs={row.endedAtMs} />;
    case "duration":
      return row.durationMs === null ? null : <span className="assay-figures">{formatDuration(row.durationMs)}</span>;
    case "created_by":
      return row.createdBy;
    case "id":
      return <span className="assay-mono">{row.id}</span>;
    default:
      return null;
  }
}

/** One value of a run; a thin dash where the run has none. */
export function RunCell({ row, column }: RunCellProps) {
  const value = row.values[column];
  if (typeof value === "number") return <NumberText value={value} />;
  if (value !== undefined) {
    return (
      <span className="assay-mono assay-truncate" title={value}>
        {value}
      </span>
    );
  }
  const shown = attribute(row, column);
  return shown === null ? <span className="assay-missing">–</span> : <span className="assay-truncate">{shown}</span>;
}
