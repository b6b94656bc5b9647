import fc from "fast-check";
import { expect, it } from "vitest";
import { field } from "../../wire/field.ts";
import { withRunId } from "../../wire/with-run-id.ts";
import { type MetricEntry, metricEntry, pointsByKey } from "./log-entries.ts";
import { readPlainLogBatch, readPlainLogMetric } from "./read-plain-log.ts";

const RUN_ID = "0123456789abcdef0123456789abcdef";
const logMetric = withRunId(metricEntry.shape);
const logBatch = withRunId({ metrics: field.list(metricEntry), params: field.entries(), tags: field.entries() });

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    "NaN",
    "-Infinity",
    "1",
    "1.5",
    " 7 ",
    1.5,
    -1,
    2 ** 53,
    [],
    {},
    RUN_ID,
  ),
  fc.double(),
  fc.anything(),
);
const mostly = <Value>(right: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: odd });

const point = {
  key: mostly(fc.oneof(fc.constantFrom("loss", "val/acc", "__proto__"), fc.string({ minLength: 1, unit: "binary" }))),
  value: mostly(fc.oneof(fc.double(), fc.constantFrom("NaN", "Infinity", "-Infinity"))),
  timestamp: mostly(fc.nat()),
  step: mostly(fc.integer()),
  model_id: odd,
  dataset_name: odd,
  more: odd,
};
const needed = { requiredKeys: ["key", "value", "timestamp"] } as const;
const metric = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ key: point.key, value: point.value, timestamp: point.timestamp, step: point.step }),
  },
  { weight: 1, arbitrary: fc.record(point, { requiredKeys: [...needed.requiredKeys] }) },
);
const runId = mostly(fc.constant(RUN_ID));

type Read = (raw: unknown) => ReturnType<typeof readPlainLogMetric>;

/** What is read at once is what the schema would have made of it; answers how often that was. */
function compare(read: Read, slow: (raw: unknown) => MetricEntry[], requests: fc.Arbitrary<unknown>): number {
  let taken = 0;
  fc.assert(
    fc.property(requests, (raw) => {
      const plain = read(raw);
      if (plain === null) return;
      taken += 1;
      expect(plain).toEqual({ runId: RUN_ID, metrics: pointsByKey(slow(raw)) });
    }),
    { numRuns: 3_000 },
  );
  return taken;
}

it("reads a log-metric request as its schema does", () => {
  const requests = fc
    .tuple(metric, runId, fc.constantFrom({}, { run_uuid: RUN_ID }, { run_uuid: "other" }))
    .map(([one, run_id, twin]) => ({ ...one, run_id, ...twin }));
  expect(compare(readPlainLogMetric, (raw) => [logMetric.parse(raw)], requests)).toBeGreaterThan(300);
});

it("reads a log-batch request as its schema does", () => {
  const entries = fc.constantFrom<unknown>(undefined, null, [], [{ key: "a", value: "b" }]);
  const requests = fc.record({
    run_id: runId,
    metrics: mostly(fc.array(metric, { maxLength: 5 })),
    params: entries,
    tags: entries,
  });
  const read: Read = (raw) => readPlainLogBatch(raw, 1_000);
  expect(compare(read, (raw) => logBatch.parse(raw).metrics, requests)).toBeGreaterThan(100);
});

it("leaves nothing that JSON writes plainly to the schema", () => {
  const plain = { run_id: RUN_ID, key: "loss", value: 0.5, timestamp: 1_700_000_000_000, step: 3 };
  expect(readPlainLogMetric(plain)).not.toBeNull();
  expect(readPlainLogMetric({ ...plain, run_uuid: RUN_ID, value: "NaN" })?.metrics[0]?.values).toEqual([Number.NaN]);
  const { run_id, ...entry } = plain;
  const batch = { run_id, metrics: [entry, { ...entry, step: 4 }], params: [], tags: [] };
  expect(readPlainLogBatch(batch, 2)?.metrics[0]?.steps).toEqual([3, 4]);
  expect(readPlainLogBatch(batch, 1)).toBeNull();
});
