import { expect, it } from "vitest";
import { useHouse } from "../../support/house.ts";
import { countRows } from "../../support/refusals.ts";
import { append, line, makeRun, openStore, readWhole } from "./engine.ts";

const open = useHouse();

const dense = (points: number, change: object = {}): string => {
  const steps = Array.from({ length: points }, (_, at) => at);
  return JSON.stringify({ keys: ["m"], steps, timesMs: steps, values: steps.map((step) => [step]), ...change });
};

const post = (runId: string, body: string): Promise<Response> =>
  open().fetch(`/api/ingest/team/main/runs/${runId}/metrics`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });

it.each([
  ["more than 20,000 points", 400, "values", dense(20_001)],
  ["more than 10 MB", 413, undefined, dense(1).padEnd(10 * 1024 * 1024 + 1, " ")],
  ["a step that is not finite", 400, "steps[0]", dense(1).replace('"steps":[0]', '"steps":[1e999]')],
  ["a good point beside a bad one", 400, "timesMs[1]", dense(2, { timesMs: [0, 1.5] })],
])("refuses %s whole", async (_, status, field, body) => {
  const { runId } = await makeRun(open());
  const before = await countRows(open());
  const answer = await post(runId, body);
  expect(answer.status).toBe(status);
  const { error }: { error: { field?: string; message: string } } = JSON.parse(await answer.text());
  if (field !== undefined) expect(error.field).toBe(field);
  expect(error.message.length).toBeGreaterThan(3);
  expect(await countRows(open())).toEqual(before);
});

it("takes as much as a request may hold, and shows it to the very next read", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  const answer = await post(run.runId, dense(20_000));
  expect([answer.status, await answer.json()]).toEqual([200, { accepted: 20_000 }]);
  expect(await readWhole(store, run)).toEqual(line(0, 20_000));
  await append(store, run, line(0, 20_000));
  expect(await readWhole(store, run)).toEqual(line(0, 20_000));
});
