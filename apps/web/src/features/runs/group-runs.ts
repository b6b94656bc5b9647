import type { RunRow } from "@assay/contract";
import { groupNumbers } from "@assay/ui/chart";
import type { RunGroup } from "../charts/chart-subject.ts";

/** As many as one request may ask for. */
const MOST_GROUPS = 100;

export interface RunGroups {
  groups: RunGroup[];
  /** Groups and runs that are not among them. */
  omitted: { groups: number; runs: number };
}

type GroupedRow = Pick<RunRow, "id" | "status" | "experimentName" | "values">;

function groupOf(row: GroupedRow, column: string): string | null {
  if (column === "status") return row.status;
  if (column === "experiment") return row.experimentName;
  const value = row.values[column];
  return value === undefined ? null : String(value);
}

/** Numbers by size, then texts by the alphabet, then what has no value. */
function compareValues(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [first, second] = [Number(a), Number(b)];
  if (Number.isNaN(first) || Number.isNaN(second)) {
    return Number(Number.isNaN(first)) - Number(Number.isNaN(second)) || a.localeCompare(b, "en", { numeric: true });
  }
  return first - second;
}

/** Runs by their value in a column, in the order of the values; those without it come last. The largest are kept. */
export function groupRuns(rows: readonly GroupedRow[], column: string): RunGroups {
  const members = new Map<string | null, string[]>();
  for (const row of rows) {
    const value = groupOf(row, column);
    const ids = members.get(value);
    if (ids === undefined) members.set(value, [row.id]);
    else ids.push(row.id);
  }
  const kept = [...members].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_GROUPS);
  kept.sort(([a], [b]) => compareValues(a, b));
  const names = kept.map(([value]) => value ?? `no ${column.replace(/^(params|tags)\./, "")}`);
  const ids = kept.map(([value]) => (value === null ? "none" : `value ${value}`));
  const numbers = groupNumbers(ids);
  const groups = kept.map(([, runIds], index) => ({
    id: ids[index] ?? "",
    name: names[index] ?? "",
    number: numbers[index] ?? 0,
    runCount: runIds.length,
    runIds,
  }));
  const runCount = groups.reduce((sum, group) => sum + group.runCount, 0);
  return { groups, omitted: { groups: members.size - groups.length, runs: rows.length - runCount } };
}
