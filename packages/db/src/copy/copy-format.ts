/** How a column of a binary COPY is read. Times and counts fit a double, so int8 becomes a number. */
export type ColumnKind = "uuid" | "int4" | "int8" | "float8" | "bytea";

interface Kinds {
  /** 32 hex digits. */
  uuid: string;
  int4: number;
  int8: number;
  float8: number;
  bytea: Uint8Array<ArrayBuffer>;
}

export type Columns = Readonly<Record<string, ColumnKind>>;
export type CopiedRow<C extends Columns> = { [Name in keyof C]: Kinds[C[Name]] | null };

/** Signature, flags and the length of an extension that PostgreSQL never uses. Source: its documentation of COPY. */
const HEADER_BYTES = 19;

type Read = (bytes: Buffer<ArrayBuffer>, at: number, size: number) => Kinds[ColumnKind];

const READ: { [Kind in ColumnKind]: Read } = {
  uuid: (bytes, at, size) => bytes.toString("hex", at, at + size),
  int4: (bytes, at) => bytes.readInt32BE(at),
  int8: (bytes, at) => bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4),
  float8: (bytes, at) => bytes.readDoubleBE(at),
  bytea: (bytes, at, size) => bytes.subarray(at, at + size),
};

/** Reads the rows of a whole binary COPY; the columns come in the order of `columns`. bytea are views of `bytes`. */
export function readCopy<C extends Columns>(bytes: Buffer<ArrayBuffer>, columns: C): CopiedRow<C>[] {
  const fields = Object.entries(columns).map(([name, kind]) => [name, READ[kind]] as const);
  const rows: CopiedRow<C>[] = [];
  let at = HEADER_BYTES;
  for (let count = bytes.readInt16BE(at); count >= 0; count = bytes.readInt16BE(at)) {
    at += 2;
    if (count !== fields.length) throw new Error(`a copied row has ${count} columns instead of ${fields.length}`);
    const row: Record<string, Kinds[ColumnKind] | null> = {};
    for (const [name, read] of fields) {
      const size = bytes.readInt32BE(at);
      at += 4;
      row[name] = size < 0 ? null : read(bytes, at, size);
      if (size > 0) at += size;
    }
    rows.push(asRow<C>(row));
  }
  return rows;
}

/** Each column was read as its kind says. */
const asRow = <C extends Columns>(row: Record<string, unknown>): CopiedRow<C> => row as CopiedRow<C>;
