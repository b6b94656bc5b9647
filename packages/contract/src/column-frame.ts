/** A head and columns of equal length, as they travel in a binary answer. */
export interface ColumnBlock<Head, Column extends string> {
  head: Head;
  columns: Partial<Record<Column, Float64Array>>;
}

export const COLUMN_FRAME_TYPE = "application/vnd.assay.columns";

const MAGIC = 0x3143_5341; // "ASC1"
const ALIGNMENT = 8;

interface FrameHead<Head> {
  head: Head;
  /** Names of the columns in their order, and the entries of each. */
  columns: string[];
  count: number;
}

/**
 * Packs blocks of float64 columns: u32 magic "ASC1", u32 length of a JSON text, the text, spaces up to a multiple of
 * eight, then all columns one after the other, little endian. A reader makes views of it and parses no number.
 */
export function encodeColumns<Head, Column extends string>(
  blocks: readonly ColumnBlock<Head, Column>[],
): Uint8Array<ArrayBuffer> {
  const heads: FrameHead<Head>[] = blocks.map(({ head, columns }) => ({
    head,
    columns: Object.keys(columns),
    count: columnsOf(columns)[0]?.length ?? 0,
  }));
  const text = new TextEncoder().encode(JSON.stringify(heads));
  const start = Math.ceil((8 + text.length) / ALIGNMENT) * ALIGNMENT;
  const sizeBytes = heads.reduce((sum, { columns, count }) => sum + columns.length * count * 8, start);
  const bytes = new Uint8Array(sizeBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, start - 8, true);
  bytes.fill(0x20, 8, start);
  bytes.set(text, 8);
  let at = start;
  for (const { columns } of blocks) {
    for (const column of columnsOf(columns)) {
      new Float64Array(bytes.buffer, at, column.length).set(column);
      at += column.length * 8;
    }
  }
  return bytes;
}

const columnsOf = (columns: Partial<Record<string, Float64Array>>): Float64Array[] =>
  Object.values(columns).flatMap((column) => (column === undefined ? [] : [column]));

/** Reads what encodeColumns packed. Throws when it is something else or cut short. */
export function decodeColumns<Head, Column extends string>(buffer: ArrayBuffer): ColumnBlock<Head, Column>[] {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error("not a frame of columns");
  const textLength = view.getUint32(4, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, 8, textLength));
  const heads: FrameHead<Head>[] = JSON.parse(text);
  let at = 8 + textLength;
  return heads.map(({ head, columns: names, count }) => {
    const columns: Partial<Record<string, Float64Array>> = {};
    for (const name of names) {
      columns[name] = new Float64Array(buffer, at, count);
      at += count * 8;
    }
    return { head, columns };
  });
}
