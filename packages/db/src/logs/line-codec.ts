import { promisify } from "node:util";
import { constants, zstdCompress, zstdDecompress } from "node:zlib";
import type { NewLogLine } from "@assay/contract";

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** The first byte of a packed body. */
const FORMAT = 1;
const CHECKED = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };

/**
 * Lines as the body of a chunk: the byte 1, then a zstd frame with checksum of UTF-8 text, one line each:
 * `o` or `e` for the stream, milliseconds since the line before (the first: since 1970) in base 36, a tab, the text.
 */
export async function packLines(lines: readonly NewLogLine[]): Promise<Uint8Array> {
  let before = 0;
  const rows = lines.map(({ timeMs, stream, text }) => {
    const row = `${stream === "stderr" ? "e" : "o"}${(timeMs - before).toString(36)}\t${text}`;
    before = timeMs;
    return row;
  });
  return Buffer.concat([Buffer.of(FORMAT), await compress(Buffer.from(rows.join("\n")), CHECKED)]);
}

/** @throws Error when the body is damaged or of a format this version does not know. */
export async function unpackLines(body: Uint8Array): Promise<NewLogLine[]> {
  if (body[0] !== FORMAT) throw new Error(`A chunk of console output has the unknown format ${body[0]}`);
  const rows = (await decompress(body.subarray(1))).toString().split("\n");
  let timeMs = 0;
  return rows.map((row) => {
    const tab = row.indexOf("\t");
    timeMs += Number.parseInt(row.slice(1, tab), 36);
    return { timeMs, stream: row.startsWith("e") ? "stderr" : "stdout", text: row.slice(tab + 1) };
  });
}
