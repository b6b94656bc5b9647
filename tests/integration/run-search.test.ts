import type { RunRow, SearchRunsInput } from "@assay/contract";
import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const SOURCE = { type: "script", commit: "c0ffee" };
const COUNT = 250;

type Query = Partial<Omit<SearchRunsInput, "workspace" | "project">>;

/** Run i: a score of which many are equal, some NaN and some missing, and params that are numbers or words. */
const scoreOf = (at: number): number | null => {
  if (at % 10 === 3) return null;
  if (at % 10 === 7) return Number.NaN;
  return at % 25 === 0 ? Number.POSITIVE_INFINITY : at % 4;
};

beforeAll(async () => {
  const assay = open().client();
  for (let from = 0; from < COUNT; from += 10) {
    const some = Array.from({ length: 10 }, (_, offset) => from + offset);
    await Promise.all(
      some.map(async (at) => {
        const run = await assay.createRun({
          experiment: at % 2 === 0 ? "even" : "odd",
          name: `run-${String(at).padStart(3, "0")}`,
          params: { at, model: at % 3 === 0 ? "mlp" : "Tree" },
          tags: at % 5 === 0 ? { keep: "yes" } : {},
          source: SOURCE,
          startedAtMs: 1_700_000_000_000 + Math.floor(at / 50) * 1_000,
        });
        const score = scoreOf(at);
        if (score !== null) run.log({ score }, { step: 0 });
        if (at === 42) await run.logInput({ name: "digits", digest: "d42", context: "train" });
        await run.flush();
      }),
    );
  }
}, 60_000);

async function all(query: Query, limit: number): Promise<RunRow[]> {
  const found: RunRow[] = [];
  for await (const row of open()
    .client()
    .runs.searchAll({ ...query, limit }))
    found.push(row);
  return found;
}

const numberOf = (row: RunRow): number => Number(row.name.slice(4));
const names = async (filter: string): Promise<number[]> =>
  (await all({ filter }, 200)).map(numberOf).sort((a, b) => a - b);
const runsWhere = (test: (at: number) => boolean): number[] =>
  Array.from({ length: COUNT }, (_, at) => at).filter(test);

it.each(["asc", "desc"] as const)(
  "pages through 250 runs sorted by a metric %s without repeats or gaps, NaN and then missing ones last",
  async (direction) => {
    const sort = [{ column: "metrics.score", direction }];
    const rows = await all({ sort, columns: ["metrics.score"] }, 7);
    expect(new Set(rows.map((row) => row.id)).size).toBe(COUNT);
    const rank = (at: number): number => {
      const score = scoreOf(at);
      if (score === null) return 2;
      return Number.isNaN(score) ? 1 : 0;
    };
    const ranks = rows.map(numberOf).map(rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    const scores = rows.map((row) => row.values["metrics.score"]).filter((value) => value !== undefined);
    const real = scores.map(Number).filter((score) => !Number.isNaN(score));
    expect(real).toEqual(real.toSorted((a, b) => (direction === "asc" ? a - b : b - a)));
    expect(rows.slice(0, real.length).map((row) => row.values["metrics.score"])).toEqual(real);
  },
);

it.each([
  [[{ column: "params.at", direction: "desc" }]],
  [
    [
      { column: "params.model", direction: "asc" },
      { column: "name", direction: "desc" },
    ],
  ],
  [[{ column: "tags.keep", direction: "desc" }]],
  [[{ column: "duration", direction: "asc" }]],
  [[{ column: "started_at", direction: "asc" }]],
  [
    [
      { column: "started_at", direction: "desc" },
      { column: "params.model", direction: "desc" },
    ],
  ],
  [[{ column: "dataset.name", direction: "asc" }]],
  [[]],
] as { column: string; direction: "asc" | "desc" }[][][])(
  "pages by %j in the order of one large page",
  async (sort) => {
    const paged = await all({ sort }, 33);
    const whole = await all({ sort }, 200);
    expect(paged.map((row) => row.id)).toEqual(whole.map((row) => row.id));
    expect(new Set(paged.map((row) => row.id)).size).toBe(COUNT);
  },
);

it("sorts params that are numbers as numbers", async () => {
  const rows = await all({ sort: [{ column: "params.at", direction: "desc" }] }, 200);
  expect(rows.map(numberOf)).toEqual(runsWhere(() => true).toReversed());
});

it("returns just the columns asked for, and only those a run has", async () => {
  const columns = ["metrics.score.count", "params.model", "tags.keep", "params.never"];
  const { items } = await open().client().runs.search({ columns, filter: "name = 'run-005'" });
  expect(items[0]?.values).toEqual({ "metrics.score.count": 1, "params.model": "Tree", "tags.keep": "yes" });
});

it("answers an aggregate of a metric under the name it was asked by", async () => {
  const columns = ["metrics.score", "metrics.score.last", "metrics.score.max"];
  const { items } = await open().client().runs.search({ columns, filter: "name = 'run-005'" });
  expect(items[0]?.values).toEqual({ "metrics.score": 1, "metrics.score.last": 1, "metrics.score.max": 1 });
});

it.each<[string, (at: number) => boolean]>([
  ["metrics.score > 2", (at) => Number(scoreOf(at) ?? Number.NaN) > 2],
  ["metrics.score != 2", (at) => scoreOf(at) !== null && !Number.isNaN(scoreOf(at)) && scoreOf(at) !== 2],
  ["metrics.score IS NULL", (at) => scoreOf(at) === null],
  ["params.at >= 240", (at) => at >= 240],
  ["params.at < 9", (at) => at < 9],
  ["params.model = 'mlp'", (at) => at % 3 === 0],
  ["params.model ILIKE 'TR%'", (at) => at % 3 !== 0],
  ["params.model LIKE 'tr%'", () => false],
  ["params.model LIKE 'mlp\\'", () => false],
  ["name LIKE 'run\\-001'", () => false],
  ["tags.keep IS NOT NULL", (at) => at % 5 === 0],
  [
    "tags.keep = 'yes' AND NOT (params.model = 'mlp' OR metrics.score = 0)",
    (at) => at % 5 === 0 && at % 3 !== 0 && scoreOf(at) !== 0,
  ],
  ["name IN ('run-001', 'run-249', 'nothing')", (at) => at === 1 || at === 249],
  ["dataset.digest = 'd42'", (at) => at === 42],
  ["commit = 'c0ffee' AND status = 'running' AND params.at < 3", (at) => at < 3],
  ["params.model = '''; drop table run; --'", () => false],
])("filters by %s", async (filter, test) => {
  expect(await names(filter)).toEqual(runsWhere(test));
});

it.each(["asc", "desc"] as const)("sorts by start, %s, as it does without a sort: then by id", async (direction) => {
  const rows = await all({ sort: [{ column: "started_at", direction }] }, 200);
  const sign = direction === "asc" ? 1 : -1;
  const start = (row: RunRow): number => sign * (row.startedAtMs ?? Number.NaN);
  expect(rows).toEqual(rows.toSorted((a, b) => start(a) - start(b) || (a.id < b.id ? -1 : 1)));
  if (direction === "desc") expect(rows.map(({ id }) => id)).toEqual((await all({}, 200)).map(({ id }) => id));
});

it.each([
  ["what all runs have", "status = 'running'"],
  ["what most runs have", "params.model = 'Tree'"],
  ["what no run has", "params.never = 'x'"],
  ["what the last runs have", "params.at < 9"],
  ["what few runs have", "params.at IN ('3', '120', '245', '249')"],
  ["what runs do not have", "params.never IS NULL AND NOT metrics.score = 2"],
  ["one of two", "params.at < 3 OR tags.keep = 'yes'"],
  ["what is theirs and what hangs on them", "name LIKE '%5' AND params.at > 20 AND dataset.name IS NULL"],
  ["one of theirs or of what hangs on them", "name = 'run-007' OR metrics.score > 2"],
])("pages through %s, %s, as through one large page", async (_what, filter) => {
  const found = (rows: RunRow[]): number[] => rows.map(numberOf);
  for (const experiments of [undefined, [1], [1, 2]]) {
    for (const direction of ["asc", "desc"] as const) {
      const sort = [{ column: "started_at", direction }];
      const inExperiment = new Set(found(await all({ experiments }, 200)));
      const passing = new Set(found(await all({ filter, sort: [{ column: "name", direction: "asc" }] }, 200)));
      const everything = found(await all({ sort }, 200));
      const expected = everything.filter((at) => inExperiment.has(at) && passing.has(at));
      for (const limit of [3, 40, 200])
        expect(found(await all({ filter, experiments, sort }, limit))).toEqual(expected);
    }
  }
});

it("counts what it would find, in one experiment or in all", async () => {
  const { api } = open().client();
  const scope = { workspace: "team", project: "main" };
  expect(await api.run.count.query({ ...scope, filter: "params.at < 100" })).toEqual({ count: 100, isCapped: false });
  const experiments = await api.experiment.list.query(scope);
  const odd = experiments.find((one) => one.name === "odd");
  expect(odd?.runCount).toBe(125);
  const numbers = [odd?.number ?? -1];
  expect(await api.run.count.query({ ...scope, experiments: numbers })).toEqual({ count: 125, isCapped: false });
  expect((await all({ experiments: numbers }, 100)).every((row) => row.experimentName === "odd")).toBe(true);
});

it("finds nothing in an experiment of a number that none can have", async () => {
  const query = { experiments: [3_000_000_000] };
  expect((await open().client().runs.search(query)).items).toEqual([]);
  expect((await all({ ...query, sort: [{ column: "metrics.score", direction: "asc" }] }, 5)).length).toBe(0);
});

it("finds what was missing when it was first asked for: an experiment, and a metric's key", async () => {
  await open().project("later");
  const client = open().client({ project: "team/later" });
  const experiments = [0, 1, 2];
  const search = (filter: string) => client.runs.search({ experiments, filter }).then(({ items }) => items.length);
  const filters = ["metrics.late > 0", "name = 'late'"];
  for (const filter of filters) expect(await search(filter)).toBe(0);
  const run = await client.createRun({ experiment: "late", name: "late" });
  expect(await Promise.all(filters.map(search))).toEqual([0, 1]);
  run.log({ late: 1 }, { step: 0 });
  await run.flush();
  for (const filter of filters) expect(await search(filter)).toBe(1);
});

it("lists the keys there are to choose columns from", async () => {
  const keys = await open().client().api.run.keys.query({ workspace: "team", project: "main" });
  expect(keys).toEqual({ metrics: ["score"], params: ["at", "model"], tags: ["keep"] });
});

it.each([
  ["a filter that ends too early", { filter: "metrics.score >" }],
  ["a field that does not exist", { filter: "secret = 'x'" }],
  ["a metric compared with a word", { filter: "metrics.score = 'high'" }],
  ["a filter with an unclosed quote", { filter: "name = 'run" }],
  ["a deeply nested filter", { filter: `${"(".repeat(5_000)}name = 'x'${")".repeat(5_000)}`.slice(0, 10_000) }],
  ["a column that cannot be sorted by", { sort: [{ column: "nonsense", direction: "asc" }] }],
] as [string, Query][])("refuses %s with a sentence", async (_weakness, query) => {
  await expect(open().client().runs.search(query)).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

it("refuses a cursor of another query, of another project and one that somebody made up", async () => {
  const house = open();
  const { nextCursor } = await house.client().runs.search({ limit: 5 });
  if (nextCursor === null) throw new Error("there is a second page");
  const { q } = JSON.parse(Buffer.from(nextCursor, "base64url").toString());
  const madeUp = [[], ["x", "y"], [1, "not a uuid"], [1, 2], ["\0", "0".repeat(32)], [1, 2, 3, 4]].map((k) =>
    Buffer.from(JSON.stringify({ v: 1, q, k })).toString("base64url"),
  );
  const sorted: Query = { sort: [{ column: "name", direction: "asc" }], cursor: nextCursor };
  for (const query of [sorted, { cursor: "garbage" }, ...madeUp.map((cursor) => ({ cursor }))]) {
    await expect(house.client().runs.search(query)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  }
  await house.project("second");
  const other = house.client({ project: "team/second" });
  await expect(other.runs.search({ limit: 5, cursor: nextCursor })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});
