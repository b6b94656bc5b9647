import type pg from "pg";
import { copyBuffer, copyBufferIn } from "../postgres/copy-in.ts";
import { openPool } from "../postgres/open-pool.ts";
import { RowWriter } from "../postgres/row-writer.ts";

const BYTES_PER_ROW = 2 + 5 * 4 + 4 + 4 + 8 + 8 + 8;
const COPY = "COPY raw_points FROM STDIN (FORMAT binary)";

/** The peer that nothing row-shaped can beat: rows encoded beforehand, copied into a table without any index. */
export class RawCopy {
  private readonly pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    this.pool = pool;
  }

  static async open(url: string): Promise<RawCopy> {
    const raw = new RawCopy(openPool(url, 64));
    await raw.pool.query("CREATE TABLE raw_points (run_id int, key_id int, step int8, time_ms int8, value float8)");
    return raw;
  }

  /** One request of `points` rows, encoded once and for all. */
  encode(points: number): Buffer {
    const writer = new RowWriter(points * BYTES_PER_ROW);
    for (let at = 0; at < points; at += 1) {
      writer.row(5);
      writer.int32(1);
      writer.int32(at % 50);
      writer.int64(at);
      writer.int64(1_750_000_000_000 + at);
      writer.float64(at / 7);
    }
    return copyBuffer(writer.done());
  }

  async append(request: Buffer): Promise<void> {
    await copyBufferIn(this.pool, COPY, request);
  }

  async empty(): Promise<void> {
    await this.pool.query("TRUNCATE raw_points");
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
