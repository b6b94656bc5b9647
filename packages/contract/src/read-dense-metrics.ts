import type { DenseMetrics } from "./dense-metrics.ts";
import { IngestWriter } from "./ingest-writer.ts";
import { LIMITS } from "./limits.ts";
import { isEntryKey } from "./text.ts";

/**
 * What DenseMetrics makes of a parsed body, many times faster. Null where it does not see at once that the body is
 * right; the schema then decides and says what is wrong.
 */
export function readDenseMetrics(json: unknown): DenseMetrics | null {
  if (typeof json !== "object" || json === null) return null;
  const { keys, steps, timesMs, values, writer, ...rest }: Record<string, unknown> = { ...json };
  for (const _ in rest) return null;
  if (!isArrayOf(keys, isEntryKey) || !isArrayOf(steps, isStep) || !isArrayOf(timesMs, isTime)) return null;
  if (keys.length === 0 || steps.length === 0 || timesMs.length !== steps.length) return null;
  if (keys.length * steps.length > LIMITS.metricsPerRequest) return null;
  const rows = readRows(values, steps.length, keys.length);
  if (rows === null) return null;
  const dense = { keys, steps, timesMs, values: rows };
  if (writer === undefined) return dense;
  const parsed = IngestWriter.safeParse(writer);
  return parsed.success ? { ...dense, writer: parsed.data } : null;
}

const BY_NAME = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY, "-Infinity": Number.NEGATIVE_INFINITY };

function isArrayOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] {
  if (!Array.isArray(value)) return false;
  for (let at = 0; at < value.length; at += 1) if (!isItem(value[at])) return false;
  return true;
}

/** True of what Step accepts. */
export const isStep = (value: unknown): value is number =>
  typeof value === "number" && Math.abs(value) <= LIMITS.stepMagnitude;

/** True of what TimeMs accepts. */
export const isTime = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LIMITS.timeMs;

type Row = (number | null)[];
type Name = keyof typeof BY_NAME;

function readRows(values: unknown, count: number, width: number): Row[] | null {
  if (!Array.isArray(values) || values.length !== count) return null;
  const rows: Row[] = [];
  for (const value of values) {
    const row = readRow(value, width);
    if (row === null) return null;
    rows.push(row);
  }
  return rows;
}

/** The row itself where it has no names of numbers, as nearly all have none. */
function readRow(row: unknown, width: number): Row | null {
  if (!Array.isArray(row) || row.length !== width) return null;
  if (isNumbers(row)) return row;
  return isArrayOf(row, isCell) ? row.map((cell) => (typeof cell === "string" ? BY_NAME[cell] : cell)) : null;
}

/** A loop of its own: handing each cell to a function would make an object of each number. */
function isNumbers(row: readonly unknown[]): row is Row {
  for (let at = 0; at < row.length; at += 1) if (typeof row[at] !== "number" && row[at] !== null) return false;
  return true;
}

const isCell = (cell: unknown): cell is number | null | Name =>
  typeof cell === "number" || cell === null || (typeof cell === "string" && Object.hasOwn(BY_NAME, cell));
