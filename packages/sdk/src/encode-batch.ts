import { encodeFrame, FRAME_CONTENT_TYPE, type IngestWriter, type MetricRow } from "@assay/contract";

/** How points travel: as binary frames, or as JSON for what stands between and takes nothing else. */
export type WireFormat = "frame" | "json";

export interface EncodedBatch {
  contentType: string;
  body: Uint8Array<ArrayBuffer> | string;
}

/** Rows of one batch as a request's body. */
export function encodeBatch(rows: readonly MetricRow[], writer: IngestWriter, format: WireFormat): EncodedBatch {
  if (format === "frame") return { contentType: FRAME_CONTENT_TYPE, body: encodeFrame(rows, writer) };
  const keys = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const body = JSON.stringify({
    keys,
    steps: rows.map(({ step }) => step),
    timesMs: rows.map(({ timeMs }) => timeMs),
    values: rows.map(({ values }) => keys.map((key) => encodeValue(values[key]))),
    writer,
  });
  return { contentType: "application/json", body };
}

/** JSON has no word for NaN and the infinities; the server reads their names. */
function encodeValue(value: number | undefined): number | string | null {
  if (value === undefined) return null;
  return Number.isFinite(value) ? value : String(value);
}
