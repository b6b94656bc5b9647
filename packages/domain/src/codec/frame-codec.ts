import { ColumnsBuilder } from "../series/columns-builder.ts";
import type { PointColumns } from "../series/point-columns.ts";
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

/** The points of frames that follow one another in `bytes`, by key id; of all keys when `wanted` is null. */
export function decodeFrames(bytes: Uint8Array, wanted: ReadonlySet<number> | null): Map<number, PointColumns> {
  const into = new Map<number, ColumnsBuilder>();
  collectFrames(bytes, wanted, into);
  return new Map([...into].map(([keyId, builder]) => [keyId, builder.finish()]));
}

/** The same, put behind what is there of each key. */
export function collectFrames(
  bytes: Uint8Array,
  wanted: ReadonlySet<number> | null,
  into: Map<number, ColumnsBuilder>,
): void {
  let from = 0;
  while (from < bytes.length) from = collectFrame(bytes, from, wanted, into);
}

/** Decodes the frame that starts at `from`; answers where the next one would. */
function collectFrame(
  bytes: Uint8Array,
  from: number,
  wanted: ReadonlySet<number> | null,
  into: Map<number, ColumnsBuilder>,
): number {
  const end = checkedEnd(bytes, from);
  const reader = new ByteReader(bytes, from + HEADER_BYTES, end);
  const axes = readAxes(reader);
  const { keyIds, axisOf, sizes } = readDirectory(reader);
  let offset = reader.position;
  for (let at = 0; at < keyIds.length; at += 1) {
    const keyId = keyIds[at] ?? 0;
    if (wanted === null || wanted.has(keyId)) {
      const axis = axes[axisOf[at] ?? 0];
      if (axis === undefined) throw new CorruptDataError("a key of a frame has no steps");
      reader.moveTo(offset);
      addPoints(into, keyId, axis, reader);
    }
    offset += sizes[at] ?? 0;
  }
  return end;
}

function addPoints(into: Map<number, ColumnsBuilder>, keyId: number, axis: WrittenAxis, reader: ByteReader): void {
  let builder = into.get(keyId);
  if (builder === undefined) {
    builder = new ColumnsBuilder();
    into.set(keyId, builder);
  }
  const count = axis.steps.length;
  const { steps, timesMs, values, at } = builder.grow(count);
  steps.set(axis.steps, at);
  timesMs.set(axis.timesMs, at);
  readValues(reader, values, at, count);
}

/** Where the frame that starts at `from` ends, once its header and checksum were found right. */
function checkedEnd(bytes: Uint8Array, from: number): number {
  const header = new ByteReader(bytes, from);
  if (header.u8() !== VERSION) throw new CorruptDataError("unknown version of a frame");
  const end = from + header.u32();
  if (end > bytes.length || end < from + HEADER_BYTES) throw new CorruptDataError("a frame is cut short");
  const sum = header.u32();
  if (checksum(bytes.subarray(from + HEADER_BYTES, end)) >>> 0 !== sum) {
    throw new CorruptDataError("a frame does not fit its checksum");
  }
  return end;
}

type WrittenAxis = Pick<PointColumns, "steps" | "timesMs">;

function readAxes(reader: ByteReader): WrittenAxis[] {
  const axes: WrittenAxis[] = [];
  for (let left = bounded(reader, reader.varint()); left > 0; left -= 1) {
    const count = reader.varint();
    if (count > MAX_AXIS_POINTS) throw new CorruptDataError("a frame counts more than it holds");
    const axis = { steps: new Float64Array(count), timesMs: new Float64Array(count) };
    readAxis(reader, axis.steps, 0, count);
    readAxis(reader, axis.timesMs, 0, count);
    axes.push(axis);
  }
  return axes;
}

/** In columns: a frame of one step has as many entries as points. */
function readDirectory(reader: ByteReader): { keyIds: number[]; axisOf: number[]; sizes: number[] } {
  const keyIds: number[] = [];
  const axisOf: number[] = [];
  const sizes: number[] = [];
  let keyId = 0;
  for (let left = bounded(reader, reader.varint()); left > 0; left -= 1) {
    keyId += reader.zigzag();
    keyIds.push(keyId);
    axisOf.push(reader.varint());
    sizes.push(reader.varint());
  }
  return { keyIds, axisOf, sizes };
}

/** A count that the bytes left could hold. */
function bounded(reader: ByteReader, count: number): number {
  if (count > reader.remaining) throw new CorruptDataError("a frame counts more than it holds");
  return count;
}
