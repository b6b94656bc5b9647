import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse({ rateLimits: { requestsPerSecond: 20, pointsPerSecond: 500 } });
const JSON_TYPE = { "content-type": "application/json" };

const DOORS = {
  trpc: { target: "/api/trpc/session.get" },
  mlflow: { target: "/api/2.0/mlflow/experiments/search?max_results=1" },
  ingest: {
    target: `/api/ingest/team/main/runs/${"a".repeat(32)}/metrics`,
    init: { method: "POST", body: "{}", headers: JSON_TYPE },
  },
} as const;

it.each(Object.entries(DOORS))(
  "refuses a token that asks too often, through %s, and says when to come back",
  async (door, call) => {
    const house = open();
    const token = await house.tokenOf(await house.person("Ada", "editor"));
    const init = "init" in call ? call.init : {};
    const before = house.server.house.counters.refusedRequests.values.get(door) ?? 0;
    const answers = await Promise.all(Array.from({ length: 40 }, () => house.fetch(call.target, init, token)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(refused[0]?.headers.get("ratelimit-policy")).toBe('"token";q=20;w=1');
    expect(await refused[0]?.text()).toContain("more than 20 requests a second");
    expect(house.server.house.counters.refusedRequests.values.get(door)).toBe(before + refused.length);
  },
);

it("answers in MLflow's own shape, which its client repeats", async () => {
  const house = open();
  const token = await house.tokenOf(await house.person("Bea", "editor"));
  const answers = await Promise.all(Array.from({ length: 40 }, () => house.fetch(DOORS.mlflow.target, {}, token)));
  const refused = answers.find(({ status }) => status === 429);
  expect(await refused?.json()).toMatchObject({ error_code: "REQUEST_LIMIT_EXCEEDED" });
});

it("counts points as well, whatever they come in, and lets others go on", async () => {
  const house = open();
  const [greedy, other] = [await house.person("Cid", "editor"), await house.person("Dot", "editor")];
  const token = await house.tokenOf(greedy);
  const run = await house.client({ token }).createRun({ source: {} });
  const steps = Array.from({ length: 400 }, (_, at) => at);
  const body = JSON.stringify({ keys: ["a"], steps, timesMs: steps, values: steps.map((step) => [step]) });
  const send = (secret: string) =>
    house.fetch(`/api/ingest/team/main/runs/${run.id}/metrics`, { method: "POST", headers: JSON_TYPE, body }, secret);
  const answers = [await send(token), await send(token), await send(token)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(await answers[2]?.json()).toMatchObject({ error: { code: "RATE_LIMITED", quotaPerSecond: 500 } });
  expect((await send(await house.tokenOf(other))).status).toBe(200);
});

it("is waited for by the SDK", async () => {
  const house = open();
  const token = await house.tokenOf(await house.person("Eli", "editor"));
  const run = await house.client({ token }).createRun({ source: {} });
  for (let step = 0; step < 1_200; step += 1) run.log({ a: step }, { step });
  expect(await run.flush()).toBe(true);
  run.log({ a: -1 }, { step: -1 });
  expect(await run.flush()).toBe(true);
  const [series] = await house.client().runs.series([run.id], ["a"], 4_000);
  expect(series?.steps).toHaveLength(1_201);
});
