import type { Row } from "./row.ts";

const HEADER = ["", "ours", "peer", "", "ratio", "target", ""];

/** Rows as a table for the terminal, each with its verdict. */
export function rowsText(rows: readonly Row[]): string {
  const table = [HEADER, ...rows.map(cells)];
  const widths = HEADER.map((_, at) => Math.max(...table.map((line) => line[at]?.length ?? 0)));
  return table
    .map((line) => line.map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((line) => line.join("  ").trimEnd())
    .join("\n");
}

const isText = (column: number): boolean => column === 0 || column === 3 || column >= 5;

function cells(row: Row): string[] {
  const { ours, peer, ratio, isMet, note } = row;
  const unjudged = row.target === undefined ? "" : "no peer here";
  const verdict = isMet === null ? unjudged : isMet ? "met" : `MISSED: ${shortfall(row)}`;
  return [
    `${row.name} [${row.unit}]`,
    amount(ours),
    peer === undefined ? "" : amount(peer.value),
    peer?.name ?? "",
    ratio === null ? "" : `${amount(ratio)} ×`,
    targetText(row),
    [verdict, note].filter((part) => part !== undefined && part !== "").join("; "),
  ];
}

function targetText({ target, unit }: Row): string {
  if (target === undefined) return "";
  const parts = [];
  if (target.ratio !== undefined) parts.push(`≥ ${target.ratio} ×`);
  if (target.most !== undefined) parts.push(`≤ ${target.most} ${unit}`);
  return parts.join(", ");
}

/** By how much of the target a miss falls short. */
function shortfall({ target, ratio, ours }: Row): string {
  const parts = [];
  if (target?.ratio !== undefined && ratio !== null && ratio < target.ratio) {
    parts.push(`at ${Math.round((ratio / target.ratio) * 100)} % of it`);
  }
  if (target?.most !== undefined && !(ours <= target.most)) parts.push(`${amount(ours / target.most)} × it`);
  return parts.join(", ");
}

/** Three significant digits, and thousands grouped. */
export function amount(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}
