import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

const HEADER = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

/** A whole COPY of binary rows as one buffer. */
export const copyBuffer = (rows: Buffer): Buffer => Buffer.concat([HEADER, rows, TRAILER]);

/** Sends buffers of encoded rows to one COPY … FROM STDIN (FORMAT binary). */
export async function copyIn(pool: pg.Pool, text: string, rows: Iterable<Buffer>): Promise<void> {
  await sendCopy(pool, text, Readable.from(framed(rows)));
}

/** The same with a buffer that copyBuffer made. */
export async function copyBufferIn(pool: pg.Pool, text: string, buffer: Buffer): Promise<void> {
  await sendCopy(pool, text, Readable.from([buffer]));
}

async function sendCopy(pool: pg.Pool, text: string, source: Readable): Promise<void> {
  const client = await pool.connect();
  try {
    await pipeline(source, client.query(copyFrom(text)));
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

function* framed(rows: Iterable<Buffer>): Generator<Buffer> {
  yield HEADER;
  yield* rows;
  yield TRAILER;
}
