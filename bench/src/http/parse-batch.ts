import { encodeFrame, type KeyIdPoints } from "@assay/domain/codec";

interface BatchBody {
  metrics: { key: string; value: number; timestamp: number; step: number }[];
}

interface Columns {
  keyId: number;
  steps: number[];
  timesMs: number[];
  values: number[];
}

/** The least a server can do with a log-batch body: parse it, group its points by key, encode them. */
export function parseBatch(body: string): Uint8Array {
  const { metrics }: BatchBody = JSON.parse(body);
  const byKey = new Map<string, Columns>();
  for (const { key, value, timestamp, step } of metrics) {
    let columns = byKey.get(key);
    if (columns === undefined) {
      columns = { keyId: byKey.size + 1, steps: [], timesMs: [], values: [] };
      byKey.set(key, columns);
    }
    columns.steps.push(step);
    columns.timesMs.push(timestamp);
    columns.values.push(value);
  }
  const series: KeyIdPoints[] = [...byKey.values()];
  return encodeFrame(series);
}
