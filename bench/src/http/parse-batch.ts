interface BatchBody {
  metrics: { key: string; value: number; timestamp: number; step: number }[];
}

interface Columns {
  steps: number[];
  timesMs: number[];
  values: number[];
}

const BYTES_PER_POINT = 24;

/** The least a server can do with a log-batch body: parse it, group its points by key, pack them. */
export function parseBatch(body: string): Buffer {
  const { metrics }: BatchBody = JSON.parse(body);
  const byKey = new Map<string, Columns>();
  for (const { key, value, timestamp, step } of metrics) {
    let columns = byKey.get(key);
    if (columns === undefined) {
      columns = { steps: [], timesMs: [], values: [] };
      byKey.set(key, columns);
    }
    columns.steps.push(step);
    columns.timesMs.push(timestamp);
    columns.values.push(value);
  }
  const packed = Buffer.allocUnsafe(metrics.length * BYTES_PER_POINT);
  let at = 0;
  for (const columns of byKey.values()) {
    for (const column of [columns.steps, columns.timesMs, columns.values]) {
      for (const value of column) at = packed.writeDoubleLE(value, at);
    }
  }
  return packed;
}
