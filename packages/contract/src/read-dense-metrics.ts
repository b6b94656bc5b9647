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
  if (!isArrayOf(values, isRow) || values.length !== steps.length) return null;
  if (values.some((row) => row.length !== keys.length)) return null;
  const dense = { keys, steps, timesMs, values: values.map(toNumbers) };
  if (writer === undefined) return dense;
  const parsed = IngestWriter.safeParse(writer);
  return parsed.success ? { ...dense, writer: parsed.data } : null;
}

type Cell = number | null | keyof typeof BY_NAME;

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

const isCell = (value: unknown): value is Cell =>
  typeof value === "number" || value === null || (typeof value === "string" && Object.hasOwn(BY_NAME, value));

const isRow = (value: unknown): value is Cell[] => isArrayOf(value, isCell);

const isNumbers = (row: Cell[]): row is (number | null)[] => row.every((cell) => typeof cell !== "string");

/** The row itself where it has no names of numbers, as nearly all have none. */
const toNumbers = (row: Cell[]): (number | null)[] =>
  isNumbers(row) ? row : row.map((cell) => (typeof cell === "string" ? BY_NAME[cell] : cell));
