import { formatNumber } from "../format/format-number.ts";
import { escapeHtml } from "./escape-html.ts";

export interface TooltipRow {
  name: string;
  colour: string;
  value: number;
  /** What else is known there: the area's ends, a group's members. */
  detail?: string;
}

const MOST_ROWS = 14;

const detailHtml = ({ detail = "" }: TooltipRow): string => (detail === "" ? "" : `<em>${escapeHtml(detail)}</em>`);

/** The tooltip's content: greatest value first, the rest counted. */
export function tooltipHtml(heading: string, rows: readonly TooltipRow[]): string {
  const sorted = rows.filter((row) => !Number.isNaN(row.value)).sort((a, b) => b.value - a.value);
  const lines = sorted
    .slice(0, MOST_ROWS)
    .map(
      (row) =>
        `<div class="assay-tip-row"><i style="background:${row.colour}"></i><span>${escapeHtml(row.name)}</span>` +
        `<b>${formatNumber(row.value)}</b>${detailHtml(row)}</div>`,
    );
  const rest = sorted.length - MOST_ROWS;
  const more = rest > 0 ? `<div class="assay-tip-more">and ${rest} more</div>` : "";
  return `<div class="assay-tip"><div class="assay-tip-head">${escapeHtml(heading)}</div>${lines.join("")}${more}</div>`;
}
