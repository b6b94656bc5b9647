import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { CorruptDataError } from "./corrupt-data.ts";

/**
 * How values are stored, whichever loses nothing and is smallest. `constant`: one float64. `decimal`: (base + n) / 10^e
 * with n in 1, 2 or 4 bytes, for counts and rounded numbers. `float32`: values that a float32 holds exactly, as most
 * of what a training loop logs. `float64`: the rest. -0 is stored as 0.
 */
const CONSTANT = 0;
const DECIMAL = 1;
const FLOAT32 = 2;
const FLOAT64 = 3;

const MAX_EXPONENT = 6;
/** Beyond it a product with 10^6 is no longer exact. */
const MAX_DECIMAL = 2 ** 31;

interface Decimal {
  exponent: number;
  base: number;
  bytes: 1 | 2 | 4;
}

/** Appends float64 values, one tag byte first. */
export function writeValues(writer: ByteWriter, values: ArrayLike<number>): void {
  if (values.length === 1) {
    writeOne(writer, values[0] ?? 0);
    return;
  }
  if (isConstant(values)) {
    writer.u8(CONSTANT);
    writer.f64((values[0] ?? 0) + 0);
    return;
  }
  const fitsFloat32 = isFloat32(values);
  const decimal = asDecimal(values);
  if (decimal !== null && (decimal.bytes < 4 || !fitsFloat32)) {
    writer.u8(DECIMAL);
    writeDecimal(writer, values, decimal);
    return;
  }
  writer.u8(fitsFloat32 ? FLOAT32 : FLOAT64);
  if (fitsFloat32) writer.f32s(values);
  else writer.f64s(values);
}

/** One value, as most of a request's keys have: no array of its own, and no search for a shorter form. */
function writeOne(writer: ByteWriter, value: number): void {
  if (Math.fround(value) === value || Number.isNaN(value)) {
    writer.u8(FLOAT32);
    writer.f32(value + 0);
  } else {
    writer.u8(FLOAT64);
    writer.f64(value);
  }
}

/** Reads `count` values into `target` from `offset` on. */
export function readValues(reader: ByteReader, target: Float64Array, offset: number, count: number): void {
  const end = offset + count;
  switch (reader.u8()) {
    case CONSTANT:
      target.fill(reader.f64(), offset, end);
      return;
    case DECIMAL:
      readDecimal(reader, target, offset, end);
      return;
    case FLOAT32:
      reader.f32s(target, offset, end);
      return;
    case FLOAT64:
      reader.f64s(target, offset, end);
      return;
    default:
      throw new CorruptDataError("unknown encoding of values");
  }
}

function isConstant(values: ArrayLike<number>): boolean {
  const first = values[0] ?? 0;
  const isNaNs = Number.isNaN(first);
  for (let at = 1; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value !== first && !(isNaNs && Number.isNaN(value))) return false;
  }
  return true;
}

function isFloat32(values: ArrayLike<number>): boolean {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (Math.fround(value) !== value && !Number.isNaN(value)) return false;
  }
  return true;
}

/** The fewest decimals that hold every value exactly, and how wide the range is; null when there is no such. */
function asDecimal(values: ArrayLike<number>): Decimal | null {
  let exponent = 0;
  let scale = 1;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (!(Math.abs(value) < MAX_DECIMAL)) return null;
    while (Math.round(value * scale) / scale !== value) {
      if (exponent === MAX_EXPONENT) return null;
      exponent += 1;
      scale *= 10;
    }
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  const base = Math.round(least * scale);
  const bytes = widthOf(Math.round(greatest * scale) - base);
  return bytes === null || !isExact(values, scale) ? null : { exponent, base, bytes };
}

function widthOf(range: number): Decimal["bytes"] | null {
  if (range < 2 ** 8) return 1;
  if (range < 2 ** 16) return 2;
  return range < 2 ** 32 ? 4 : null;
}

/** Values seen before the scale grew are looked at again with the final one. */
function isExact(values: ArrayLike<number>, scale: number): boolean {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (Math.round(value * scale) / scale !== value) return false;
  }
  return true;
}

function writeDecimal(writer: ByteWriter, values: ArrayLike<number>, { exponent, base, bytes }: Decimal): void {
  const scale = 10 ** exponent;
  writer.u8(exponent);
  writer.u8(bytes);
  writer.f64(base + 0);
  for (let at = 0; at < values.length; at += 1) {
    const offset = Math.round((values[at] ?? 0) * scale) - base;
    if (bytes === 1) writer.u8(offset);
    else if (bytes === 2) writer.u16(offset);
    else writer.u32(offset);
  }
}

function readDecimal(reader: ByteReader, target: Float64Array, offset: number, end: number): void {
  const scale = 10 ** reader.u8();
  const bytes = reader.u8();
  const base = reader.f64();
  if (bytes === 1) for (let at = offset; at < end; at += 1) target[at] = (base + reader.u8()) / scale;
  else if (bytes === 2) for (let at = offset; at < end; at += 1) target[at] = (base + reader.u16()) / scale;
  else if (bytes === 4) for (let at = offset; at < end; at += 1) target[at] = (base + reader.u32()) / scale;
  else throw new CorruptDataError("unknown width of decimals");
}
