import { COLUMN_FRAME_TYPE, decodeColumns, GROUP_BANDS, GROUP_CENTRES } from "@assay/contract";
import { expect, it } from "vitest";
import { z } from "zod";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const PATH = "/api/series/team/main";
const STARTED_AT_MS = 1_700_000_000_000;
/** Student's t at 95 % for 2 degrees of freedom (NIST/SEMATECH e-Handbook, 1.3.6.7.2). */
const T_95_OF_2 = 4.303;

type Point = [step: number, value: number];

const Floats = z.array(z.union([z.number(), z.string().transform(Number)]));
const Line = z
  .object({ runId: z.string(), key: z.string(), pointCount: z.number(), isRaw: z.boolean(), blockPoints: z.number() })
  .extend({
    x: Floats,
    steps: Floats,
    timesMs: Floats,
    values: Floats,
    min: Floats,
    max: Floats,
  });
const GroupLine = z
  .object({
    group: z.string(),
    key: z.string(),
    memberCount: z.number(),
    pointCount: z.number(),
    blockPoints: z.number(),
  })
  .extend({
    x: Floats,
    values: Floats,
    low: Floats,
    high: Floats,
    n: Floats,
  });

const post = (path: string, body: unknown, accept = "application/json", token?: string): Promise<Response> => {
  const headers = { "content-type": "application/json", accept };
  return open().fetch(path, { method: "POST", headers, body: JSON.stringify(body) }, token);
};

const lines = async (body: object) => z.array(Line).parse(await (await post(PATH, body)).json());
const groups = async (body: object) => z.array(GroupLine).parse(await (await post(`${PATH}/groups`, body)).json());

/** A run whose steps are a second apart and begin with it. */
async function makeRun(series: Record<string, readonly Point[]>, startedAtMs = STARTED_AT_MS): Promise<string> {
  const run = await open()
    .client()
    .createRun({ source: { type: "script" }, startedAtMs });
  for (const [key, points] of Object.entries(series)) {
    const answer = await post(`/api/ingest/team/main/runs/${run.id}/metrics`, {
      keys: [key],
      steps: points.map(([step]) => step),
      timesMs: points.map(([step]) => startedAtMs + step * 1_000),
      values: points.map(([, value]) => [Number.isFinite(value) ? value : String(value)]),
    });
    expect(answer.status).toBe(200);
  }
  return run.id;
}

const pointsOf = (count: number, value: (step: number) => number): Point[] =>
  Array.from({ length: count }, (_, step) => [step, value(step)]);

it("answers the same in columns as in JSON, on every axis, raw and in buckets", async () => {
  const special = [Number.NaN, Number.POSITIVE_INFINITY, 5e-324, -0.1];
  const runIds = [
    await makeRun({
      loss: pointsOf(300, (step) => special[step] ?? Math.sin(step)),
      tokens: pointsOf(300, (step) => step * 64),
    }),
    await makeRun({ loss: pointsOf(20, (step) => step), tokens: pointsOf(10, (step) => step * 32) }),
  ];
  const axes = [{ kind: "step" }, { kind: "time" }, { kind: "relative" }, { kind: "metric", key: "tokens" }];
  for (const x of axes) {
    const body = { runIds, keys: ["loss", "tokens"], x, maxPoints: 50 };
    const answered = await lines(body);
    const frame = await post(PATH, body, COLUMN_FRAME_TYPE);
    expect(frame.headers.get("content-type")).toBe(COLUMN_FRAME_TYPE);
    const blocks = decodeColumns<z.infer<typeof Line>, string>(await frame.arrayBuffer());
    expect(answered).toHaveLength(4);
    expect(blocks).toHaveLength(4);
    blocks.forEach(({ head, columns }, index) => {
      const expected = answered[index];
      expect(expected).toMatchObject(head);
      expect(head.isRaw).toBe(columns.min === undefined);
      for (const [name, column] of Object.entries(columns)) {
        expect([name, ...(column ?? [])]).toEqual([name, ...(Reflect.get(Object(expected), name) as number[])]);
      }
      const implied = { step: columns.steps, time: columns.timesMs }[x.kind] ?? columns.x;
      expect([...(implied ?? [])]).toEqual(expected?.x);
    });
  }
});

it("places points by the time since their run began, whichever began first", async () => {
  const runIds = [
    await makeRun({ loss: pointsOf(5, (step) => step) }),
    await makeRun({ loss: pointsOf(5, (step) => -step) }, STARTED_AT_MS + 86_400_000),
  ];
  const found = await lines({ runIds, keys: ["loss"], x: { kind: "relative" }, from: 1_000, to: 3_000 });
  expect(found.map(({ x, steps, pointCount }) => [x, steps, pointCount])).toEqual([
    [[1_000, 2_000, 3_000], [1, 2, 3], 3],
    [[1_000, 2_000, 3_000], [1, 2, 3], 3],
  ]);
});

it("places points by another metric's value at the same step, and leaves out those without one", async () => {
  const runId = await makeRun({
    acc: pointsOf(10, (step) => step / 10),
    tokens: [0, 2, 4, 6].map((step): Point => [step, step * 100]),
  });
  const asked = { runIds: [runId], keys: ["acc"], x: { kind: "metric", key: "tokens" } };
  const [all] = await lines(asked);
  expect([all?.x, all?.values]).toEqual([
    [0, 200, 400, 600],
    [0, 0.2, 0.4, 0.6],
  ]);
  const [part] = await lines({ ...asked, from: 200, to: 400 });
  expect([part?.x, part?.pointCount]).toEqual([[200, 400], 2]);
});

/** What a group comes to at one step, computed plainly. */
function plainGroup(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const std = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const [min = 0, median = 0, max = 0] = [sorted[0], sorted[1], sorted[2]];
  const reach = { none: 0, minmax: 0, std, stderr: std / Math.sqrt(n), ci95: (T_95_OF_2 * std) / Math.sqrt(n) };
  return { centre: { mean, median, min, max }, reach, min, max };
}

it("counts the line and band of a group as a plain computation does, in every style", async () => {
  const curve = (member: number) => (step: number) => Math.sin(step) * (member + 1) + member ** 2;
  const runIds = await Promise.all([0, 1, 2].map((member) => makeRun({ acc: pointsOf(10, curve(member)) })));
  for (const centre of GROUP_CENTRES) {
    for (const band of GROUP_BANDS) {
      const asked = { groups: [{ name: "a", runIds }], keys: ["acc"], maxPoints: 10, centre, band };
      const [line] = await groups(asked);
      expect(line).toMatchObject({ group: "a", memberCount: 3, pointCount: 30, x: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
      line?.x.forEach((step, at) => {
        const plain = plainGroup([0, 1, 2].map((member) => curve(member)(step)));
        const [low, high] =
          band === "minmax"
            ? [plain.min, plain.max]
            : [plain.centre.mean - plain.reach[band], plain.centre.mean + plain.reach[band]];
        expect(line.values[at]).toBeCloseTo(plain.centre[centre], 9);
        expect(line.low[at]).toBeCloseTo(low, 9);
        expect(line.high[at]).toBeCloseTo(high, 9);
        expect(line.n[at]).toBe(3);
      });
    }
  }
});

it("counts every member of a large group, and groups only those it was given", async () => {
  const runIds: string[] = [];
  for (let member = 0; member < 120; member += 1) runIds.push(await makeRun({ acc: [[0, member]] }));
  const asked = [
    { name: "all", runIds },
    { name: "few", runIds: runIds.slice(0, 3) },
    { name: "one", runIds: runIds.slice(0, 1) },
  ];
  const found = await groups({ groups: asked, keys: ["acc", "nothing"], band: "std" });
  expect(found.map(({ group, n, values }) => [group, n, values])).toEqual([
    ["all", [120], [expect.closeTo(59.5, 9)]],
    ["few", [3], [1]],
    ["one", [1], [0]],
  ]);
  // One member alone has no deviation.
  expect([found[2]?.low, found[2]?.high]).toEqual([[0], [0]]);
});

it("answers groups the same in columns as in JSON", async () => {
  const runIds = await Promise.all([1, 2].map((scale) => makeRun({ acc: pointsOf(500, (step) => step * scale) })));
  const body = { groups: [{ name: "a", runIds }], keys: ["acc"], maxPoints: 40, x: { kind: "relative" } };
  const [expected] = await groups(body);
  const frame = await post(`${PATH}/groups`, body, COLUMN_FRAME_TYPE);
  const [block] = decodeColumns<object, "x" | "values" | "low" | "high" | "n">(await frame.arrayBuffer());
  expect(expected).toMatchObject(block?.head ?? {});
  for (const name of ["x", "values", "low", "high", "n"] as const) {
    expect([...(block?.columns[name] ?? [])]).toEqual(expected?.[name]);
  }
});

it("finds no run of a project that the caller is not in (CWE-639)", async () => {
  const house = open();
  const mine = await makeRun({ acc: [[0, 1]] });
  await house.workspace("elsewhere");
  const outsider = await house.tokenOf(await house.person("mallory", "admin", "elsewhere"), { workspace: "elsewhere" });
  const theirs = "/api/series/elsewhere/main";
  const one = { runIds: [mine], keys: ["acc"] };
  const grouped = { groups: [{ name: "a", runIds: [mine] }], keys: ["acc"] };
  for (const [target, body] of [
    [PATH, one],
    [`${PATH}/groups`, grouped],
    [theirs, one],
    [`${theirs}/groups`, grouped],
  ] as const) {
    const answer = await post(target, body, "application/json", outsider);
    expect([target, answer.status]).toEqual([target, 404]);
  }
});

it.each([
  [
    "more series than fit",
    "keys",
    {
      runIds: Array.from({ length: 50 }, (_, at) => at.toString(16).padStart(32, "0")),
      keys: Array.from({ length: 50 }, (_, at) => `k${at}`),
    },
  ],
  ["an axis of no kind", "x", { x: { kind: "epoch" } }],
  ["an axis of a metric without a key", "x", { x: { kind: "metric" } }],
  ["a single bucket", "maxPoints", { maxPoints: 1 }],
])("refuses %s by its field", async (_what, field, change) => {
  const answer = await post(PATH, { runIds: ["0".repeat(32)], keys: ["acc"], ...change });
  expect(answer.status).toBe(400);
  expect((await answer.json()).error.field).toContain(field);
});
