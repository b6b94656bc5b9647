import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const SCOPE = { workspace: "team", project: "main" };
const house = useHouse({ hasWorker: true });

it("misses no point when summaries are written while appends go on", async () => {
  const { api } = house().client();
  const run = await api.run.create.mutate({ ...SCOPE, experiment: "busy" });
  const write = async (writer: number) => {
    for (let step = 0; step < 40; step += 1) {
      const metrics = { keys: ["loss"], steps: [writer * 1_000 + step], timesMs: [step], values: [[step]] };
      await api.metric.log.mutate({ ...SCOPE, runId: run.id, metrics });
      // What a writer has been told is stored must be in what it reads next.
      const { items } = await api.run.search.query({
        ...SCOPE,
        filter: "name ILIKE '%'",
        columns: ["metrics.loss.max"],
      });
      expect(Number(items[0]?.values["metrics.loss.max"])).toBeGreaterThanOrEqual(step);
    }
  };
  await Promise.all([1, 2, 3, 4, 5, 6].map(write));
  const { metrics } = await api.run.get.query({ ...SCOPE, runId: run.id });
  expect(metrics.map(({ key, count }) => ({ key, count }))).toEqual([{ key: "loss", count: 240 }]);
});

it("lets appends through while a run is being compacted", async () => {
  const { api } = house().client();
  const run = await api.run.create.mutate({ ...SCOPE, experiment: "busy" });
  const log = (step: number) => {
    const metrics = { keys: ["loss"], steps: [step], timesMs: [0], values: [[step]] };
    return api.metric.log.mutate({ ...SCOPE, runId: run.id, metrics });
  };
  await log(0);
  // Holds what one compaction at a time holds, for as long as the test likes.
  const other = await house().connect();
  await other.query("SELECT pg_advisory_lock(hashtextextended($1::uuid::text, 7))", [run.id]);
  await expect(log(1)).resolves.toEqual({ accepted: 1 });
  await other.query("SELECT pg_advisory_unlock_all()");
  const { metrics } = await api.run.get.query({ ...SCOPE, runId: run.id });
  expect(metrics[0]?.count).toBe(2);
});
