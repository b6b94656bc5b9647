import { formatDelta, metricDirection } from "@assay/ui";
import type { CompareRow } from "./compare-rows.ts";

interface CompareRowViewProps {
  row: CompareRow;
  baseline: number | null;
}

function judge(key: string, delta: number): "better" | "worse" | undefined {
  const direction = metricDirection(key);
  if (direction === "unknown" || delta === 0) return undefined;
  return delta > 0 === (direction === "up") ? "better" : "worse";
}

/** One key across the runs: the best marked in words too, the rest measured against the baseline. */
export function CompareRowView({ row, baseline }: CompareRowViewProps) {
  const base = baseline === null ? null : (row.cells[baseline]?.value ?? null);
  return (
    <tr data-different={row.isDifferent || undefined}>
      <th scope="row" title={row.label}>
        <span className="compare-label">
          <span className="assay-truncate">{row.label}</span>
          {row.aggregate !== null && <span className="assay-aggregate">{row.aggregate}</span>}
        </span>
      </th>
      {row.cells.map((cell, index) => {
        const delta = base === null || index === baseline || cell?.value == null ? null : cell.value - base;
        return (
          <td key={index} data-best={index === row.best || undefined} data-number={cell?.value != null || undefined}>
            {cell === null ? (
              <span className="assay-missing">–</span>
            ) : (
              <span className={cell.value === null ? "assay-mono" : undefined} title={cell.title}>
                {cell.text}
              </span>
            )}
            {index === row.best && <span className="compare-best">best</span>}
            {delta !== null && (
              <span className="compare-delta" data-judgement={judge(row.label, delta)} title={String(delta)}>
                {formatDelta(delta)}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
