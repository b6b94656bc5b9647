/** The content type of a binary frame of metric points. The layout is described in docs/frames.md. */
export const FRAME_CONTENT_TYPE = "application/vnd.assay.frame";

/** "ASYF" read as a little-endian 32-bit number. */
export const MAGIC = 0x46595341;
export const VERSION = 1;
export const HEADER_BYTES = 56;

export const FLAG_SPARSE = 1;
export const FLAG_WRITER = 2;

/** Where each field of the header begins. */
export const AT = {
  magic: 0,
  version: 4,
  flags: 5,
  unused: 6,
  keyCount: 8,
  stepCount: 12,
  pointCount: 16,
  namesBytes: 20,
  epoch: 24,
  reserved: 28,
  sequence: 32,
  writerId: 40,
} as const;

export interface FrameCounts {
  keyCount: number;
  stepCount: number;
  pointCount: number;
  namesBytes: number;
  isSparse: boolean;
}

/** Where each section begins, and where the frame ends. All numbers begin at multiples of 8. */
export function sections({ keyCount, stepCount, pointCount, namesBytes, isSparse }: FrameCounts) {
  const steps = HEADER_BYTES;
  const timesMs = steps + 8 * stepCount;
  const values = timesMs + 8 * stepCount;
  const presence = values + 8 * pointCount;
  const names = presence + (isSparse ? keyCount * rowBytes(stepCount) : 0);
  return { steps, timesMs, values, presence, names, end: names + namesBytes };
}

/** Bytes of one key's row of the presence bitmap. */
export const rowBytes = (stepCount: number): number => Math.ceil(stepCount / 8);
