import type { ExportedPart } from "@assay/services";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";

type Schema = ConstructorParameters<typeof ParquetWriter>[0]["schema"];

const required = { repetition_type: "REQUIRED" } as const;

const SCHEMA: Schema = [
  { name: "root", num_children: 6 },
  { name: "run_id", type: "BYTE_ARRAY", converted_type: "UTF8", ...required },
  { name: "run_name", type: "BYTE_ARRAY", converted_type: "UTF8", ...required },
  { name: "key", type: "BYTE_ARRAY", converted_type: "UTF8", ...required },
  { name: "step", type: "DOUBLE", ...required },
  { name: "time", type: "INT64", converted_type: "TIMESTAMP_MILLIS", ...required },
  { name: "value", type: "DOUBLE", ...required },
];

/** Short series share a row group; a long one takes several. */
const GROUP_ROWS = 65_536;

/** Points as Parquet, compressed with Snappy, handed out row group by row group. */
export async function* pointsParquet(parts: AsyncIterable<ExportedPart>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: SCHEMA, createdBy: "Assay" });
  let waiting: ExportedPart[] = [];
  let rows = 0;
  for await (const part of parts) {
    waiting.push(part);
    rows += part.points.steps.length;
    if (rows < GROUP_ROWS) continue;
    yield writeRows(writer, bytes, waiting, rows);
    waiting = [];
    rows = 0;
  }
  if (rows > 0) yield writeRows(writer, bytes, waiting, rows);
  await writer.finish();
  yield take(bytes);
}

function writeRows(writer: ParquetWriter, bytes: ByteWriter, parts: readonly ExportedPart[], rows: number): Uint8Array {
  const texts = (text: (part: ExportedPart) => string): string[] =>
    parts.flatMap((part) => new Array<string>(part.points.steps.length).fill(text(part)));
  const numbers = (column: keyof ExportedPart["points"]): Float64Array => {
    const all = new Float64Array(rows);
    let at = 0;
    for (const { points } of parts) {
      all.set(points[column], at);
      at += points[column].length;
    }
    return all;
  };
  const columnData = [
    { name: "run_id", data: texts(({ runId }) => runId) },
    { name: "run_name", data: texts(({ runName }) => runName) },
    { name: "key", data: texts(({ key }) => key) },
    { name: "step", data: numbers("steps") },
    { name: "time", data: BigInt64Array.from(numbers("timesMs"), BigInt) },
    { name: "value", data: numbers("values") },
  ];
  void writer.write({ columnData, rowGroupSize: GROUP_ROWS });
  return take(bytes);
}

/** What was written since the last time; places in the file go on counting. */
function take(bytes: ByteWriter): Uint8Array {
  const taken = bytes.getBytes().slice();
  bytes.index = 0;
  return taken;
}
