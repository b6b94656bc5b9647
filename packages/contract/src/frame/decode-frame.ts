import { invalidInput } from "../domain-error.ts";
import { IngestWriter } from "../ingest-writer.ts";
import { LIMITS } from "../limits.ts";
import { isStep, isTime } from "../read-dense-metrics.ts";
import { AT, FLAG_SPARSE, FLAG_WRITER, type FrameCounts, MAGIC, sections, VERSION } from "./frame-layout.ts";
import { decodeNames } from "./key-names.ts";
import { readColumns } from "./read-columns.ts";
import { readFloat64s } from "./read-float64s.ts";

/** One key's points in columns. Keys with a value at every step share the frame's steps and times. */
export interface FrameSeries {
  key: string;
  steps: Float64Array;
  timesMs: Float64Array;
  values: Float64Array;
}

export interface MetricFrame {
  writer: IngestWriter | undefined;
  series: FrameSeries[];
}

/**
 * Reads a binary frame (docs/frames.md). Columns are views of `bytes` where these begin at a multiple of 8. Throws
 * INVALID_INPUT that names the field for anything that is not a whole and right frame.
 */
export function decodeFrame(bytes: Uint8Array<ArrayBuffer>): MetricFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const counts = readCounts(view);
  const at = sections(counts);
  if (at.end !== bytes.byteLength) {
    throw invalidInput(`The frame has ${bytes.byteLength} bytes where its header asks for ${at.end}`, "frame");
  }
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const steps = readFloat64s(aligned, at.steps, counts.stepCount);
  const timesMs = readFloat64s(aligned, at.timesMs, counts.stepCount);
  checkEach(steps, isStep, "steps", `must be a number between -2^53 and 2^53`);
  checkEach(timesMs, isTime, "timesMs", "must be whole milliseconds from 1970 to 9999");
  const keys = decodeNames(aligned.subarray(at.names), counts.keyCount);
  return { writer: readWriter(view), series: readColumns({ bytes: aligned, at, counts, keys, steps, timesMs }) };
}

function readCounts(view: DataView): FrameCounts {
  if (view.byteLength < sections({ keyCount: 0, stepCount: 0, pointCount: 0, namesBytes: 0, isSparse: false }).end) {
    throw invalidInput("The frame is shorter than its header", "frame");
  }
  if (view.getUint32(AT.magic, true) !== MAGIC) throw invalidInput("The body is no Assay frame", "frame");
  const version = view.getUint8(AT.version);
  if (version !== VERSION)
    throw invalidInput(`Frames of version ${version} are not known`, "version", "send version 1");
  const flags = view.getUint8(AT.flags);
  if ((flags & ~(FLAG_SPARSE | FLAG_WRITER)) !== 0) throw invalidInput("The frame has unknown flags", "flags");
  if (view.getUint16(AT.unused, true) !== 0 || view.getUint32(AT.reserved, true) !== 0) {
    throw invalidInput("Bytes 6, 7 and 28 to 31 of a frame must be 0", "frame");
  }
  const counts = {
    keyCount: view.getUint32(AT.keyCount, true),
    stepCount: view.getUint32(AT.stepCount, true),
    pointCount: view.getUint32(AT.pointCount, true),
    namesBytes: view.getUint32(AT.namesBytes, true),
    isSparse: (flags & FLAG_SPARSE) !== 0,
  };
  checkCounts(counts);
  return counts;
}

function checkCounts({ keyCount, stepCount, pointCount, isSparse }: FrameCounts): void {
  const cells = keyCount * stepCount;
  if (keyCount === 0) throw invalidInput("A frame needs a key at least", "keys");
  if (stepCount === 0) throw invalidInput("A frame needs a step at least", "steps");
  if (pointCount > LIMITS.metricsPerRequest) {
    const remedy = "send several requests";
    throw invalidInput(`at most ${LIMITS.metricsPerRequest} points fit in one request`, "values", remedy);
  }
  if (cells > LIMITS.cellsPerFrame) {
    const remedy = "send keys that are logged at other steps in a frame of their own";
    throw invalidInput(`keys times steps may be at most ${LIMITS.cellsPerFrame} in one frame`, "values", remedy);
  }
  if (!isSparse && pointCount !== cells) throw invalidInput("values must have one entry for each cell", "values");
}

function checkEach(column: Float64Array, isRight: (value: unknown) => boolean, field: string, rule: string): void {
  const at = column.findIndex((value) => !isRight(value));
  if (at !== -1) throw invalidInput(`${field}[${at}] ${rule}`, `${field}[${at}]`);
}

function readWriter(view: DataView): IngestWriter | undefined {
  if ((view.getUint8(AT.flags) & FLAG_WRITER) === 0) return undefined;
  const idBytes = Array.from({ length: 16 }, (_, at) => view.getUint8(AT.writerId + at));
  const parsed = IngestWriter.safeParse({
    id: idBytes.map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    epoch: view.getUint32(AT.epoch, true),
    sequence: view.getFloat64(AT.sequence, true),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalidInput(issue?.message ?? "The writer is wrong", `writer.${issue?.path.join(".")}`);
}
