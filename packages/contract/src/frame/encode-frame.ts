import type { IngestWriter } from "../ingest-writer.ts";
import { AT, FLAG_SPARSE, FLAG_WRITER, MAGIC, rowBytes, sections, VERSION } from "./frame-layout.ts";
import { encodeNames } from "./key-names.ts";

/** The values that some keys have at one step. */
export interface MetricRow {
  step: number;
  timeMs: number;
  values: Readonly<Record<string, number>>;
}

/**
 * Writes rows as one binary frame (docs/frames.md): columns of float64 by key, NaN, infinities and -0 as they are.
 * What the numbers may be is for who reads it to judge.
 */
export function encodeFrame(rows: readonly MetricRow[], writer?: IngestWriter): Uint8Array<ArrayBuffer> {
  const { keys, pointCount } = keysOf(rows);
  const names = encodeNames(keys);
  const counts = {
    keyCount: keys.length,
    stepCount: rows.length,
    pointCount,
    namesBytes: names.length,
    isSparse: pointCount < keys.length * rows.length,
  };
  const at = sections(counts);
  const bytes = new Uint8Array(at.end);
  const view = new DataView(bytes.buffer);
  writeHeader(view, counts, writer);
  rows.forEach(({ step, timeMs }, row) => {
    view.setFloat64(at.steps + 8 * row, step, true);
    view.setFloat64(at.timesMs + 8 * row, timeMs, true);
  });
  writeColumns({ view, at, rows, keys, isSparse: counts.isSparse });
  bytes.set(names, at.names);
  return bytes;
}

function keysOf(rows: readonly MetricRow[]): { keys: string[]; pointCount: number } {
  const keys = new Set<string>();
  let pointCount = 0;
  for (const { values } of rows) {
    for (const key of Object.keys(values)) {
      keys.add(key);
      pointCount += 1;
    }
  }
  return { keys: [...keys], pointCount };
}

function writeHeader(
  view: DataView,
  counts: { keyCount: number; stepCount: number; pointCount: number; namesBytes: number; isSparse: boolean },
  writer: IngestWriter | undefined,
): void {
  view.setUint32(AT.magic, MAGIC, true);
  view.setUint8(AT.version, VERSION);
  view.setUint8(AT.flags, (counts.isSparse ? FLAG_SPARSE : 0) | (writer === undefined ? 0 : FLAG_WRITER));
  view.setUint32(AT.keyCount, counts.keyCount, true);
  view.setUint32(AT.stepCount, counts.stepCount, true);
  view.setUint32(AT.pointCount, counts.pointCount, true);
  view.setUint32(AT.namesBytes, counts.namesBytes, true);
  if (writer === undefined) return;
  view.setUint32(AT.epoch, writer.epoch, true);
  view.setFloat64(AT.sequence, writer.sequence, true);
  for (let at = 0; at < 16; at += 1) {
    view.setUint8(AT.writerId + at, Number.parseInt(writer.id.slice(2 * at, 2 * at + 2), 16));
  }
}

function writeColumns({
  view,
  at,
  rows,
  keys,
  isSparse,
}: {
  view: DataView;
  at: { values: number; presence: number };
  rows: readonly MetricRow[];
  keys: readonly string[];
  isSparse: boolean;
}): void {
  let next = at.values;
  keys.forEach((key, column) => {
    const presence = at.presence + column * rowBytes(rows.length);
    rows.forEach(({ values }, row) => {
      const value = Object.hasOwn(values, key) ? values[key] : undefined;
      if (value === undefined) return;
      view.setFloat64(next, value, true);
      next += 8;
      if (isSparse) view.setUint8(presence + (row >> 3), view.getUint8(presence + (row >> 3)) | (1 << (row & 7)));
    });
  });
}
