import type { NewLogLine } from "@assay/contract";
import type { ChunkRow } from "../sql/logs/chunk-row.ts";
import { unpackLines } from "./line-codec.ts";

export interface StoredLine extends NewLogLine {
  /** Its place among all lines of the run, from 0. */
  index: number;
  /** Its place among the lines of its stream, from 0. */
  streamIndex: number;
}

/** The lines of a chunk with their places. */
export async function storedLines(chunk: ChunkRow): Promise<StoredLine[]> {
  const firstLine = Number(chunk.first_line);
  const next = { stdout: Number(chunk.first_stdout), stderr: firstLine - Number(chunk.first_stdout) };
  return (await unpackLines(chunk.body)).map((line, at) => {
    const streamIndex = next[line.stream];
    next[line.stream] += 1;
    return { ...line, index: firstLine + at, streamIndex };
  });
}
