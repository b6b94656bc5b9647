import { amount } from "./amount.ts";
import type { Row } from "./row.ts";

/** What a row shows, as texts, in the order of a table's columns. */
export const COLUMNS = ["what", "ours", "peer's", "peer", "ratio", "target", "verdict"] as const;

export function rowCells(row: Row): string[] {
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
