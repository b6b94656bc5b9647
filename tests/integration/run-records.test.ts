import type { RunFilter, RunId, RunSort } from "@assay/contract";
import { runSearch } from "@assay/db";
import { enterProject, type ProjectContext, readRunRecords, searchRunRecords, searchRuns } from "@assay/services";
import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const COUNT = 240;
const SCOPE = { workspace: "team", project: "main" };
const TIME_MS = 1_700_000_000_000;

let ctx: ProjectContext;
/** In the order they are shown: the last to start is first. */
let ids: RunId[];

/** What run i is made of: a param of three values, one that only the oldest have, and other things now and then. */
const shapeOf = (at: number, parentRunId: RunId) => ({
  experiment: "many",
  name: `run "${at}", the last`,
  source: {},
  params: { model: ["mlp", "tree", "forest"][at % 3] ?? "", ...(at < 3 ? { old: "yes" } : {}) },
  tags: at % 5 === 0 ? { keep: "a 'quoted' \\ one", also: "" } : {},
  startedAtMs: TIME_MS + at * 1_000,
  ...(at % 7 === 0 ? { notes: "Looked at.\nTwice." } : {}),
  ...(at % 11 === 0 ? { parentRunId } : {}),
});

/** Of every fourth run there is none. */
const pointOf = (at: number) => (at % 4 === 3 ? null : { loss: at / 8, "a/first": at === 20 ? Number.NaN : at });

beforeAll(async () => {
  ctx = await enterProject({ ctx: open().context(), input: SCOPE });
  const assay = open().client();
  const parent = await assay.createRun({ experiment: "other", name: "parent", source: {} });
  const made: RunId[] = [];
  for (let at = 0; at < COUNT; at += 1) {
    const run = await assay.createRun(shapeOf(at, parent.id));
    const point = pointOf(at);
    if (point !== null) run.log(point, { step: 1, timeMs: TIME_MS });
    if (at % 60 === 0) await run.logInput({ name: "digits", digest: `d${at}`, context: "train" });
    await run.flush();
    made.unshift(run.id);
  }
  ids = made;
  await assay.api.run.archive.mutate({ ...SCOPE, runIds: made.slice(0, 1) });
}, 60_000);

const query = (filter: string, more: Partial<Parameters<typeof searchRuns>[0]["input"]> = {}) => ({
  experiments: [2],
  filter,
  lifecycle: "active" as const,
  sort: [] as RunSort[],
  limit: 50,
  columns: [],
  ...more,
});

const QUERIES = {
  "by start": query(""),
  "by start, archived ones too": query("", { lifecycle: "all", limit: 7 }),
  "by attribute": query("status = 'running'"),
  "by a param that a third of them have": query("params.model LIKE 'm%'"),
  "by a param that only the oldest have": query("params.old LIKE 'y%'"),
  "by what none has": query("params.model = 'none'"),
  "by a metric, in its order": query("metrics.loss < 20", { sort: [{ column: "metrics.loss", direction: "desc" }] }),
  "in all experiments": query("params.model != 'tree' or tags.keep LIKE 'a%'", { experiments: undefined }),
};

/** All pages of a search with records: what each page holds must be what the two verbs for it say. */
async function checkPages(input: ReturnType<typeof query>): Promise<number> {
  let cursor: string | undefined;
  let count = 0;
  do {
    const page = await searchRunRecords({ ctx, input: { ...input, cursor } });
    const plain = await searchRuns({ ctx, input: { ...input, cursor } });
    expect(page.nextCursor).toBe(plain.nextCursor);
    expect(page.items).toEqual(await readRunRecords({ ctx, input: { runIds: plain.items.map(({ id }) => id) } }));
    count += page.items.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return count;
}

const checkAll = async () =>
  Object.fromEntries(
    await Promise.all(Object.entries(QUERIES).map(async ([name, input]) => [name, await checkPages(input)] as const)),
  );

const COUNTS = {
  "by start": 239,
  "by start, archived ones too": 240,
  "by attribute": 239,
  "by a param that a third of them have": 80,
  "by a param that only the oldest have": 3,
  "by what none has": 0,
  "by a metric, in its order": 120,
  "in all experiments": 175,
};

it("finds the same records as looking for the runs first and reading them then, while their points wait", async () => {
  expect(await checkAll()).toEqual(COUNTS);
});

it("finds the same when some of a page's points wait and others are at rest, and when all are", async () => {
  await ctx.metrics.compact(ids.filter((_, at) => at % 2 === 0));
  expect(await checkAll()).toEqual(COUNTS);
  await ctx.metrics.compact(ids);
  expect(await checkAll()).toEqual(COUNTS);
});

it("has each run's own points, in the order of their names", async () => {
  const { items } = await searchRunRecords({ ctx, input: query("", { lifecycle: "all", limit: COUNT }) });
  expect(items.map(({ run }) => run.id)).toEqual(ids);
  expect(items.map(({ latest }) => latest)).toEqual(
    items.map((_, place) => {
      const point = pointOf(COUNT - 1 - place);
      if (point === null) return [];
      const at = { lastStep: 1, lastTimeMs: TIME_MS };
      return [
        { key: "a/first", last: point["a/first"], ...at },
        { key: "loss", last: point.loss, ...at },
      ];
    }),
  );
});

it("has params and tags in the byte order of their keys", async () => {
  const texts = { b: "1", "\u{1F600}": "2", B: "3", é: "4", "a/b": "5", a: "6", _: "7" };
  const { id } = await open().client().createRun({ experiment: "ordered", params: texts, tags: texts });
  const [record] = await readRunRecords({ ctx, input: { runIds: [id] } });
  const inOrder = ["B", "_", "a", "a/b", "b", "é", "\u{1F600}"];
  expect([record?.params, record?.tags].map((entries) => Object.keys(entries ?? {}))).toEqual([inOrder, inOrder]);
});

const likeParam = (key: string, value: string): RunFilter => ({
  kind: "compare",
  field: { entity: "param", key },
  operator: "LIKE",
  value,
});

it("reads runs along with their ids where one prepared statement finds the page and can hold it, and only there", async () => {
  const isReadAlong = async (
    filter: RunFilter | null,
    orders: runSearch.RunOrder[] = [],
    limit = 50,
  ): Promise<boolean> => {
    const selection = { projectId: ctx.project.id, experimentNumbers: [2], lifecycle: "active" as const, filter };
    const asked = { ...selection, orders, after: null, limit };
    const names = await ctx.names.of(asked, orders);
    let takesVersion = false;
    const takeVersion = (): void => {
      takesVersion = true;
    };
    const { read } = await runSearch.searchRecords(ctx.db, asked, names, { now: new Date(), takeVersion });
    // What brings the runs along brings the version of access, also when it did not find them all.
    if (read !== null) expect(takesVersion).toBe(true);
    return read !== null;
  };
  const byLoss: runSearch.RunOrder = {
    field: { entity: "metric", key: "loss", aggregate: "last" },
    direction: "desc",
  };
  expect(await isReadAlong(null)).toBe(true);
  expect(await isReadAlong(likeParam("model", "m%"))).toBe(true);
  expect(await isReadAlong(likeParam("old", "y%"))).toBe(false);
  expect(await isReadAlong(null, [byLoss])).toBe(false);
  expect(await isReadAlong(null, [], 249)).toBe(true);
  expect(await isReadAlong(null, [], 250)).toBe(false);
});
