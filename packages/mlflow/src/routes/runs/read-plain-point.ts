import { isStoredKey } from "@assay/contract";
import { keyFault } from "../../wire/key-fault.ts";

export interface PlainPoint {
  key: string;
  value: number;
  timestamp: number;
  step: number;
}

const BY_NAME = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY, "-Infinity": Number.NEGATIVE_INFINITY };

/** True of a JSON object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const NO_KEYS: ReadonlyMap<string, unknown> = new Map();

/**
 * What metricEntry makes of a point of plain fields, with `besides` others known to the caller; null where the schema
 * has to look. `keys` are found right already: a batch has few of them, many times each.
 */
export function readPlainPoint(raw: Record<string, unknown>, besides = 0, keys = NO_KEYS): PlainPoint | null {
  const { key, timestamp, step = 0 } = raw;
  const value = readValue(raw.value);
  if (typeof key !== "string" || (!keys.has(key) && !isRightKey(key))) return null;
  if (value === null || !isInt64(timestamp) || timestamp < 0 || !isInt64(step)) return null;
  let fields = besides + ("step" in raw ? 4 : 3);
  for (const _ in raw) fields -= 1;
  return fields === 0 ? { key, value, timestamp, step } : null;
}

function readValue(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && isName(value) ? BY_NAME[value] : null;
}

const isRightKey = (key: string): boolean => isStoredKey(key) && keyFault(key) === null;

const isName = (text: string): text is keyof typeof BY_NAME => Object.hasOwn(BY_NAME, text);

const isInt64 = (value: unknown): value is number => Number.isSafeInteger(value);
