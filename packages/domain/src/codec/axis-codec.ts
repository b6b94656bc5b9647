import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { CorruptDataError } from "./corrupt-data.ts";

/**
 * How steps and times are stored. `linear`: the first and the distance, entry i being first + i × distance exactly.
 * `whole`: integers as zigzag varints of the difference between differences, so that a steady rhythm with jitter
 * takes one byte an entry. `raw`: float64 each.
 */
const LINEAR = 0;
const WHOLE = 1;
const RAW = 2;

/** Differences of differences stay below 2^53 when entries do not exceed this. */
const MAX_WHOLE = 2 ** 50;

/** Appends `count` finite numbers, one tag byte first; -0 becomes 0. */
export function writeAxis(writer: ByteWriter, axis: ArrayLike<number>): void {
  const count = axis.length;
  if (count > 2 && isLinear(axis)) {
    writer.u8(LINEAR);
    writer.f64((axis[0] ?? 0) + 0);
    writer.f64((axis[1] ?? 0) - (axis[0] ?? 0));
    return;
  }
  if (isWhole(axis)) {
    writer.u8(WHOLE);
    let previous = 0;
    let difference = 0;
    for (let at = 0; at < count; at += 1) {
      const entry = axis[at] ?? 0;
      const step = entry - previous;
      writer.zigzag(step - difference);
      // The first entry is no rhythm yet.
      difference = at === 0 ? 0 : step;
      previous = entry;
    }
    return;
  }
  writer.u8(RAW);
  for (let at = 0; at < count; at += 1) writer.f64((axis[at] ?? 0) + 0);
}

/** Reads `count` entries into `target` from `offset` on. */
export function readAxis(reader: ByteReader, target: Float64Array, offset: number, count: number): void {
  const end = offset + count;
  switch (reader.u8()) {
    case LINEAR: {
      const first = reader.f64();
      const distance = reader.f64();
      for (let at = offset; at < end; at += 1) target[at] = first + (at - offset) * distance;
      return;
    }
    case WHOLE:
      reader.differences(target, offset, end);
      return;
    case RAW:
      for (let at = offset; at < end; at += 1) target[at] = reader.f64();
      return;
    default:
      throw new CorruptDataError("unknown encoding of steps or times");
  }
}

function isLinear(axis: ArrayLike<number>): boolean {
  const first = axis[0] ?? 0;
  const distance = (axis[1] ?? 0) - first;
  for (let at = 1; at < axis.length; at += 1) if (first + at * distance !== axis[at]) return false;
  return true;
}

function isWhole(axis: ArrayLike<number>): boolean {
  for (let at = 0; at < axis.length; at += 1) {
    const entry = axis[at] ?? 0;
    if (!Number.isInteger(entry) || entry > MAX_WHOLE || entry < -MAX_WHOLE) return false;
  }
  return true;
}
