import { encodeFrame, type KeyIdPoints } from "@assay/domain/codec";
import type { PointBatch } from "./metric-store.ts";

/** One row of a hot table, without its run. */
export interface FrameRow {
  keyLo: number;
  keyHi: number;
  minStep: number;
  maxStep: number;
  pointCount: number;
  frame: Uint8Array;
}

/** Keys of one row; wide requests become several rows, so that reading one key fetches few others. */
const KEYS_PER_FRAME = 256;

/** Encodes a batch as rows of hot frames; `keyIds` are those of its series, in their order. */
export function frameRows(batch: PointBatch, keyIds: readonly number[]): FrameRow[] {
  const series: KeyIdPoints[] = batch.series.map(({ steps, timesMs, values }, at) => {
    const keyId = keyIds[at];
    if (keyId === undefined) throw new Error("a metric key has no id");
    return { keyId, steps, timesMs, values };
  });
  if (series.length > KEYS_PER_FRAME && !isOrdered(series)) series.sort((a, b) => a.keyId - b.keyId);
  const rows: FrameRow[] = [];
  for (let at = 0; at < series.length; at += KEYS_PER_FRAME) rows.push(toRow(series.slice(at, at + KEYS_PER_FRAME)));
  return rows;
}

const isOrdered = (series: readonly KeyIdPoints[]): boolean =>
  series.every(({ keyId }, at) => at === 0 || keyId >= (series[at - 1]?.keyId ?? 0));

function toRow(series: readonly KeyIdPoints[]): FrameRow {
  const row = {
    keyLo: Number.POSITIVE_INFINITY,
    keyHi: Number.NEGATIVE_INFINITY,
    minStep: Number.POSITIVE_INFINITY,
    maxStep: Number.NEGATIVE_INFINITY,
    pointCount: 0,
  };
  let seen: ArrayLike<number> | null = null;
  for (const { keyId, steps } of series) {
    row.keyLo = Math.min(row.keyLo, keyId);
    row.keyHi = Math.max(row.keyHi, keyId);
    row.pointCount += steps.length;
    if (steps !== seen) widen(row, steps);
    seen = steps;
  }
  return { ...row, frame: encodeFrame(series) };
}

function widen(row: Pick<FrameRow, "minStep" | "maxStep">, steps: ArrayLike<number>): void {
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at] ?? 0;
    if (step < row.minStep) row.minStep = step;
    if (step > row.maxStep) row.maxStep = step;
  }
}
