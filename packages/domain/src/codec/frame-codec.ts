import { emptyColumns, type PointColumns } from "../series/point-columns.ts";
import { readAxis, writeAxis } from "./axis-codec.ts";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { checksum } from "./checksum.ts";
import { CorruptDataError } from "./corrupt-data.ts";
import { readValues, writeValues } from "./value-codec.ts";

/** Points of one key id as they came; keys of one request may share the arrays of steps and times. */
export interface KeyIdPoints {
  keyId: number;
  steps: ArrayLike<number>;
  timesMs: ArrayLike<number>;
  values: ArrayLike<number>;
}

const VERSION = 1;
/** u8 version, u32 length of all, u32 checksum of what follows. */
const HEADER_BYTES = 9;
/** No request comes near: a count beyond it is damage, and must not become an allocation. */
const MAX_AXIS_POINTS = 2 ** 20;

interface Axis {
  steps: ArrayLike<number>;
  timesMs: ArrayLike<number>;
}

/**
 * One request's points as bytes: header, then the axes (steps and times, each pair once), then a directory (key id,
 * axis, size) and the values key by key, so that reading one key skips all others. Frames may be strung together.
 */
export function encodeFrame(series: readonly KeyIdPoints[]): Uint8Array<ArrayBuffer> {
  const axes: Axis[] = [];
  const axisOf = series.map((points) => indexOfAxis(axes, points));
  const writer = new ByteWriter(HEADER_BYTES + 64 + series.length * 16);
  writer.u8(VERSION);
  writer.u32(0);
  writer.u32(0);
  writer.varint(axes.length);
  for (const { steps, timesMs } of axes) {
    writer.varint(steps.length);
    writeAxis(writer, steps);
    writeAxis(writer, timesMs);
  }
  const pointCount = series.reduce((sum, points) => sum + points.values.length, 0);
  const values = new ByteWriter(series.length * 10 + pointCount * 5);
  writer.varint(series.length);
  let previousId = 0;
  series.forEach((points, at) => {
    const before = values.length;
    writeValues(values, points.values);
    writer.zigzag(points.keyId - previousId);
    writer.varint(axisOf[at] ?? 0);
    writer.varint(values.length - before);
    previousId = points.keyId;
  });
  writer.raw(values.finish());
  const bytes = writer.finish();
  writer.patchU32(1, bytes.length);
  writer.patchU32(5, checksum(bytes.subarray(HEADER_BYTES)) >>> 0);
  return bytes;
}

/** Keys logged in one call mostly share their axis with the key before them, as the same arrays or the same numbers. */
function indexOfAxis(axes: Axis[], { steps, timesMs }: KeyIdPoints): number {
  const last = axes.at(-1);
  const isSame = last !== undefined && isEqual(last.steps, steps) && isEqual(last.timesMs, timesMs);
  return isSame ? axes.length - 1 : axes.push({ steps, timesMs }) - 1;
}

function isEqual(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

/** Collects the points of frames that follow one another in `bytes` by key id; of all keys when `wanted` is null. */
export function decodeFrames(
  bytes: Uint8Array,
  wanted: ReadonlySet<number> | null,
  into: Map<number, PointColumns[]> = new Map(),
): Map<number, PointColumns[]> {
  let from = 0;
  while (from < bytes.length) from = decodeFrame(bytes, from, wanted, into);
  return into;
}

/** Decodes the frame that starts at `from`; answers where the next one would. */
function decodeFrame(
  bytes: Uint8Array,
  from: number,
  wanted: ReadonlySet<number> | null,
  into: Map<number, PointColumns[]>,
): number {
  const header = new ByteReader(bytes, from);
  if (header.u8() !== VERSION) throw new CorruptDataError("unknown version of a frame");
  const end = from + header.u32();
  if (end > bytes.length || end < from + HEADER_BYTES) throw new CorruptDataError("a frame is cut short");
  const sum = header.u32();
  if (checksum(bytes.subarray(from + HEADER_BYTES, end)) >>> 0 !== sum) {
    throw new CorruptDataError("a frame does not fit its checksum");
  }
  const reader = new ByteReader(bytes, from + HEADER_BYTES, end);
  const axes = readAxes(reader);
  for (const { keyId, axis, offset } of readDirectory(reader)) {
    if (wanted !== null && !wanted.has(keyId)) continue;
    const shared = axes[axis];
    if (shared === undefined) throw new CorruptDataError("a key of a frame has no steps");
    const count = shared.steps.length;
    const values = new Float64Array(count);
    readValues(new ByteReader(bytes, offset, end), values, 0, count);
    const parts = into.get(keyId);
    const part = { ...shared, values };
    if (parts === undefined) into.set(keyId, [part]);
    else parts.push(part);
  }
  return end;
}

function readAxes(reader: ByteReader): PointColumns[] {
  return Array.from({ length: bounded(reader, reader.varint()) }, () => {
    const count = reader.varint();
    if (count > MAX_AXIS_POINTS) throw new CorruptDataError("a frame counts more than it holds");
    const axis = emptyColumns(count);
    readAxis(reader, axis.steps, 0, axis.steps.length);
    readAxis(reader, axis.timesMs, 0, axis.steps.length);
    return axis;
  });
}

function readDirectory(reader: ByteReader): { keyId: number; axis: number; offset: number }[] {
  let keyId = 0;
  let offset = 0;
  const entries = Array.from({ length: bounded(reader, reader.varint()) }, () => {
    keyId += reader.zigzag();
    const entry = { keyId, axis: reader.varint(), offset };
    offset += reader.varint();
    return entry;
  });
  const start = reader.position;
  return entries.map((entry) => ({ ...entry, offset: entry.offset + start }));
}

/** A count that the bytes left could hold. */
function bounded(reader: ByteReader, count: number): number {
  if (count > reader.remaining) throw new CorruptDataError("a frame counts more than it holds");
  return count;
}
