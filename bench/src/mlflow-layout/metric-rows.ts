import type { KeyColumns } from "../data/columns.ts";
import { RowWriter } from "../postgres/row-writer.ts";

/** Bytes of a row besides its key and run. */
const FIXED_BYTES = 2 + 6 * 4 + 8 + 8 + 8 + 1;

export const COPY_METRICS = "COPY metrics (key, value, timestamp, run_uuid, step, is_nan) FROM STDIN (FORMAT binary)";

/** Points of one series as rows of MLflow's metrics table. */
export function metricRows(runId: string, { key, steps, timesMs, values }: KeyColumns): Buffer {
  const run = Buffer.from(runId);
  const name = Buffer.from(key);
  const writer = new RowWriter(steps.length * (FIXED_BYTES + run.length + name.length));
  for (let at = 0; at < steps.length; at += 1) {
    writer.row(6);
    writer.bytes(name);
    writer.float64(values[at] ?? 0);
    writer.int64(timesMs[at] ?? 0);
    writer.bytes(run);
    writer.int64(steps[at] ?? 0);
    writer.boolean(false);
  }
  return writer.done();
}
