/** A value of a database of somebody else's; whole numbers of 64 bits come as bigint. */
export type ForeignValue = string | number | bigint | boolean | Uint8Array | Date | null;
export type ForeignRow = Record<string, ForeignValue>;

/** A database of another program, read and never written. Statements number their parameters `$1`, `$2` … */
export interface ForeignDatabase {
  /** Which tables it has, with their columns. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows one by one, however many there are. */
  rows(text: string, values?: readonly (string | number)[]): AsyncIterable<ForeignRow>;
  close(): Promise<void>;
}
