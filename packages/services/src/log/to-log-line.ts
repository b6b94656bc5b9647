import type { LogLine } from "@assay/contract";
import type { logs } from "@assay/db";

/** A stored line as doors hand it out: people count lines from 1. */
export function toLogLine({ index, timeMs, stream, text }: logs.StoredLine): LogLine {
  return { number: index + 1, timeMs, stream, text };
}
