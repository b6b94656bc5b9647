import type { NewLogLine } from "@assay/contract";

/** The most a chunk holds: enough to compress well, little enough to unpack for one page. */
const CHUNK_LINES = 4_096;
const CHUNK_BYTES = 256 * 1024;

export function sizeOfLines(lines: readonly NewLogLine[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line.text) + 1, 0);
}

/** True of a chunk so small that it is to be merged with those beside it. */
export function isSmall(lineCount: number, sizeBytes: number): boolean {
  return lineCount < CHUNK_LINES / 2 && sizeBytes < CHUNK_BYTES / 2;
}

/** Lines in order, cut into chunks as large as they may be. */
export function cutLines(lines: readonly NewLogLine[]): NewLogLine[][] {
  const chunks: NewLogLine[][] = [];
  let chunk: NewLogLine[] = [];
  let sizeBytes = 0;
  for (const line of lines) {
    const lineBytes = sizeOfLines([line]);
    if (chunk.length === CHUNK_LINES || (chunk.length > 0 && sizeBytes + lineBytes > CHUNK_BYTES)) {
      chunks.push(chunk);
      chunk = [];
      sizeBytes = 0;
    }
    chunk.push(line);
    sizeBytes += lineBytes;
  }
  return chunk.length === 0 ? chunks : [...chunks, chunk];
}
