import type { ForeignDatabase } from "@assay/db/foreign";
import type { z } from "zod";
import type { SourceEntry } from "../source/mlflow-source.ts";
import { EntryRow } from "./rows.ts";

/** A foreign database whose rows are parsed as they are read. */
export class Tables {
  readonly db: ForeignDatabase;

  constructor(db: ForeignDatabase) {
    this.db = db;
  }

  has(table: string): boolean {
    return this.db.tables.has(table);
  }

  async *each<Row extends z.ZodType>(
    row: Row,
    text: string,
    values: readonly (string | number)[],
  ): AsyncGenerator<z.output<Row>> {
    for await (const one of this.db.rows(text, values)) yield row.parse(one);
  }

  /** All rows at once, where there are few; none when the table is not there yet. */
  async all<Row extends z.ZodType>(
    row: Row,
    { table, text, values }: { table: string; text: string; values: readonly (string | number)[] },
  ): Promise<z.output<Row>[]> {
    const found: z.output<Row>[] = [];
    if (this.has(table)) for await (const one of this.each(row, text, values)) found.push(one);
    return found;
  }

  entries(table: string, text: string, value: string): Promise<SourceEntry[]> {
    return this.all(EntryRow, { table, text, values: [value] });
  }
}
