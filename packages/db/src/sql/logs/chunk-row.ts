/** What is known of a chunk without unpacking it. */
export interface ChunkHeadRow {
  first_line: bigint;
  first_stdout: bigint;
  line_count: number;
  stdout_count: number;
  size_bytes: number;
}

export interface ChunkRow extends ChunkHeadRow {
  body: Uint8Array;
}

export const CHUNK_HEAD = "first_line, first_stdout, line_count, stdout_count, size_bytes";
