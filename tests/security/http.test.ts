import { randomIds } from "@assay/services";
import { beforeAll, describe, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { type RawRequest, sendRaw } from "../support/raw-http.ts";
import { countRows, expectRefusal } from "../support/refusals.ts";

const open = useHouse();
const JSON_TYPE = { "content-type": "application/json" };
const SCOPE = { workspace: "team", project: "main" };
const HUGE = 20 * 1024 * 1024;

let runId = "";

beforeAll(async () => {
  const run = await open().client().createRun({ source: {} });
  runId = run.id;
});

const ingest = (body: unknown, id = runId): RawRequest => ({
  method: "POST",
  path: `/api/ingest/team/main/runs/${id}/metrics`,
  headers: JSON_TYPE,
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** A tRPC mutation; `values` names fields that superjson marks, such as a number that JSON has no word for. */
const mutation = (name: string, input: unknown, values?: object): RawRequest => ({
  method: "POST",
  path: `/api/trpc/${name}`,
  headers: JSON_TYPE,
  body:
    typeof input === "string"
      ? input
      : JSON.stringify({ json: input, ...(values === undefined ? {} : { meta: { values } }) }),
});

const mlflow = (path: string, body: unknown): RawRequest => ({
  method: "POST",
  path: `/api/2.0/mlflow/${path}`,
  headers: JSON_TYPE,
  body: typeof body === "string" ? body : JSON.stringify(body),
});

const point = { keys: ["m"], steps: [0], timesMs: [0], values: [[1]] };
const mlflowMetric = (change: object) =>
  mlflow("runs/log-metric", { run_id: runId, key: "m", value: 1, timestamp: 1, step: 0, ...change });

describe("a malformed body", () => {
  it.each<[string, () => RawRequest]>([
    ["text that is no JSON, to the ingest door", () => ingest("{")],
    ["text that is no JSON, to the typed API", () => mutation("run.create", "{")],
    ["text that is no JSON, to the MLflow door", () => mlflow("runs/create", "{")],
    ["nothing, to the ingest door", () => ingest("")],
    ["nothing, to the typed API", () => mutation("run.create", "")],
    ["null, to the ingest door", () => ingest("null")],
    ["null, to the MLflow door", () => mlflow("runs/log-batch", "null")],
    ["a list where an object belongs", () => mutation("run.create", "[]")],
    ["an unknown key, to the ingest door", () => ingest({ ...point, extra: 1 })],
    ["an unknown key, to the typed API", () => mutation("run.create", { ...SCOPE, extra: 1 })],
    ["bytes that are no UTF-8", () => ({ ...ingest(""), body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) })],
    ["a thousand nested lists", () => ingest("[".repeat(100_000))],
    ["values in rows of another length than keys", () => ingest({ ...point, values: [[1, 2]] })],
    ["fewer times than steps", () => ingest({ ...point, timesMs: [] })],
    ["NUL in a param's value", () => mutation("run.logParams", { ...SCOPE, runId, params: { a: "\0" } })],
    ["half a surrogate pair in a tag", () => mutation("run.setTags", { ...SCOPE, runId, tags: { a: "\ud800" } })],
    ["NUL in notes", () => mutation("run.update", { ...SCOPE, runId, notes: "\0" })],
    ["NUL in where the code came from", () => mutation("run.create", { ...SCOPE, source: { name: "\0" } })],
    ["NUL in a dataset", () => mutation("run.logInputs", { ...SCOPE, runId, datasets: [{ name: "\0", digest: "1" }] })],
    ["NUL in a model's tag", () => mutation("model.create", { ...SCOPE, name: "n", tags: { a: "\0" } })],
    ["NUL in a filter", () => mutation("run.count", { ...SCOPE, filter: "name = '\0'" })],
    [
      "NUL in a param, to the MLflow door",
      () => mlflow("runs/log-parameter", { run_id: runId, key: "a", value: "\0" }),
    ],
    ["NUL in a tag, to the MLflow door", () => mlflow("runs/set-tag", { run_id: runId, key: "a", value: "\0" })],
    ["a key of a thousand bytes", () => ingest({ ...point, keys: ["k".repeat(1_000)] })],
    ["an empty key", () => ingest({ ...point, keys: [""] })],
    ["a line break in a key", () => ingest({ ...point, keys: ["a\nb"] })],
    ["a time before 1970", () => ingest({ ...point, timesMs: [-1] })],
    ["a time beyond what a date can be", () => mutation("run.create", { ...SCOPE, startedAtMs: 9e15 })],
    ["an end beyond what a date can be", () => mutation("run.finish", { ...SCOPE, runId, endedAtMs: 9e15 })],
    ["a time beyond int64", () => ingest({ ...point, timesMs: [1e300] })],
  ])("%s", async (_weakness, sent) => {
    await expectRefusal(open(), sent());
  });
});

describe("a step that is no number a step can be", () => {
  it.each<[string, () => RawRequest]>([
    ["NaN by its name", () => ingest({ ...point, steps: ["NaN"] })],
    ["infinity as JSON writes it", () => ingest('{"keys":["m"],"steps":[1e999],"timesMs":[0],"values":[[1]]}')],
    ["beyond 2^53", () => ingest({ ...point, steps: [2 ** 53 + 2] })],
    ["below -2^53", () => ingest({ ...point, steps: [-(2 ** 53) - 2] })],
    ["null", () => ingest({ ...point, steps: [null] })],
    [
      "NaN as superjson marks it",
      () =>
        mutation(
          "metric.log",
          { ...SCOPE, runId, metrics: { ...point, steps: ["NaN"] } },
          { "metrics.steps.0": ["number"] },
        ),
    ],
    ["beyond 2^53, to the MLflow door", () => mlflowMetric({ step: "9007199254740994" })],
    ["NaN, to the MLflow door", () => mlflowMetric({ step: "NaN" })],
    [
      "a fork at infinity",
      () => mutation("run.create", { ...SCOPE, fork: { runId, step: "Infinity" } }, { "fork.step": ["number"] }),
    ],
  ])("%s", async (_weakness, sent) => {
    await expectRefusal(open(), sent(), 400);
  });
});

describe("a body of 20 MB", () => {
  const huge = JSON.stringify({ padding: "x".repeat(HUGE) });
  it.each<[string, () => RawRequest]>([
    ["to the ingest door", () => ingest(huge)],
    ["to the ingest door in chunks", () => ({ ...ingest(huge), isChunked: true })],
    ["to the typed API", () => mutation("run.create", huge)],
    ["to the typed API in chunks", () => ({ ...mutation("run.create", huge), isChunked: true })],
    ["to the MLflow door", () => mlflow("runs/log-batch", huge)],
    ["to the MLflow door in chunks", () => ({ ...mlflow("runs/log-batch", huge), isChunked: true })],
  ])("%s is refused as too large", async (_door, sent) => {
    await expectRefusal(open(), sent(), undefined);
    const { status } = await sendRaw(open().url, {
      ...sent(),
      headers: { ...sent().headers, authorization: `Bearer ${open().token}` },
    });
    expect([400, 413]).toContain(status);
  });

  it("with the length of one and fewer bytes is not waited for", async () => {
    const sent = ingest("{}");
    const headers = { ...sent.headers, "content-length": String(HUGE) };
    expect((await expectRefusal(open(), { ...sent, headers }, 413)).code).toBe("PAYLOAD_TOO_LARGE");
  });
});

describe("keys that reach for the prototype of an object", () => {
  const keys = ["__proto__", "constructor", "prototype"];
  it.each(
    keys.flatMap((key): [string, string, () => RawRequest][] => [
      [
        key,
        "a param",
        () =>
          mutation(
            "run.logParams",
            `{"json":{"workspace":"team","project":"main","runId":"${runId}","params":{"${key}":"x"}}}`,
          ),
      ],
      [
        key,
        "a tag",
        () =>
          mutation(
            "run.setTags",
            `{"json":{"workspace":"team","project":"main","runId":"${runId}","tags":{"${key}":"x"}}}`,
          ),
      ],
      [
        key,
        "a tag of a model",
        () =>
          mutation("model.create", `{"json":{"workspace":"team","project":"main","name":"n","tags":{"${key}":"x"}}}`),
      ],
      [key, "a metric", () => ingest({ ...point, keys: [key] })],
      [key, "a field of a body", () => ingest(`{"${key}":{},"keys":["m"],"steps":[0],"timesMs":[0],"values":[[1]]}`)],
      [key, "a path that superjson follows", () => mutation("run.create", SCOPE, { [`${key}.x`]: ["Date"] })],
      [key, "a param of an MLflow client", () => mlflow("runs/log-parameter", { run_id: runId, key, value: "x" })],
      [key, "a metric of an MLflow client", () => mlflowMetric({ key })],
    ]),
  )("%s as %s", async (_key, _place, sent) => {
    await expectRefusal(open(), sent(), 400);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("a request that a foreign page makes a browser send", () => {
  const cookie = { cookie: "next-auth.session-token=x", authorization: "" };
  const body = JSON.stringify({ json: { ...SCOPE } });

  async function sendAs(headers: Record<string, string>, path = "/api/trpc/run.create"): Promise<number> {
    const house = open();
    const before = await countRows(house);
    const { authorization: _none, ...rest } = { ...cookie, ...headers };
    const { status } = await sendRaw(house.url, { method: "POST", path, headers: rest, body });
    expect(await countRows(house)).toEqual(before);
    return status;
  }

  it.each<[string, Record<string, string>]>([
    ["from another site", { ...JSON_TYPE, "sec-fetch-site": "cross-site", "x-assay-csrf": "1" }],
    ["from a neighbour under the same site", { ...JSON_TYPE, "sec-fetch-site": "same-site", "x-assay-csrf": "1" }],
    ["from another origin, of an old browser", { ...JSON_TYPE, origin: "https://evil.example", "x-assay-csrf": "1" }],
    ["without any origin", { ...JSON_TYPE, "x-assay-csrf": "1" }],
    ["without our header", { ...JSON_TYPE, "sec-fetch-site": "same-origin" }],
    [
      "as a form",
      { "content-type": "multipart/form-data; boundary=x", "sec-fetch-site": "same-origin", "x-assay-csrf": "1" },
    ],
    ["as plain text", { "content-type": "text/plain", "sec-fetch-site": "same-origin", "x-assay-csrf": "1" }],
  ])("%s is refused before anybody looks at its cookie", async (_weakness, headers) => {
    // What is no JSON the typed API does not read at all.
    expect([403, 415]).toContain(await sendAs(headers));
    expect(await sendAs(headers, `/api/ingest/team/main/runs/${runId}/metrics`)).toBe(403);
    expect(await sendAs(headers, "/api/2.0/mlflow/runs/create")).toBe(403);
  });

  it("from our own pages, with a cookie that is no session, is asked to sign in", async () => {
    expect(await sendAs({ ...JSON_TYPE, "sec-fetch-site": "same-origin", "x-assay-csrf": "1" })).toBe(401);
  });

  it.each(["evil.example", "evil.example:80", "127.0.0.1", "localhost.evil.example"])(
    "to the host name %j, which is not ours, is refused",
    async (host) => {
      for (const path of [
        "/api/trpc/session.get",
        "/api/2.0/mlflow/experiments/search?max_results=1",
        `/api/artifacts/team/main/run/${runId}/a`,
      ]) {
        await expectRefusal(open(), { path, headers: { host } }, 400);
      }
    },
  );
});

describe("the typed API", () => {
  it("refuses more than 50 calls in one request", async () => {
    const path = `/api/trpc/${Array.from({ length: 51 }, () => "session.get").join(",")}?batch=1`;
    await expectRefusal(open(), { path }, 400);
    expect((await sendRaw(open().url, { path: path.replace("session.get,", "") })).status).toBe(200);
  });

  it.each([
    [
      "a form in place of JSON",
      { "content-type": "multipart/form-data; boundary=x" },
      '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
    ],
    ["a form that is broken off", { "content-type": "multipart/form-data; boundary=x" }, "--x\r\ncontent-disp"],
    ["a kind of body nobody knows", { "content-type": "application/x-unknown" }, "{}"],
    ["bytes", { "content-type": "application/octet-stream" }, "{}"],
  ])("refuses %s", async (_weakness, headers, body) => {
    await expectRefusal(open(), { method: "POST", path: "/api/trpc/run.create", headers, body });
  });

  it.each([
    "/api/trpc/",
    "/api/trpc/no.such",
    "/api/trpc/__proto__",
    "/api/trpc/run.__proto__",
    "/api/trpc/run.create",
    "/api/trpc/%00",
    "/api/trpc/run%2Eget%ff",
  ])("refuses %s, which is no query", async (path) => {
    await expectRefusal(open(), { path });
  });
});

it.each([
  ["one that was never made", `assay_${"A".repeat(12)}_${"B".repeat(43)}`],
  ["no token at all", "garbage"],
  ["ten thousand letters", "x".repeat(10_000)],
  ["the public half of a real one", "assay_"],
])("refuses the token %s by every door", async (_weakness, token) => {
  const headers = { authorization: `Bearer ${token}` };
  for (const sent of [ingest(point), mutation("run.create", SCOPE), mlflow("runs/create", { experiment_id: "0" })]) {
    await expectRefusal(open(), { ...sent, headers: { ...sent.headers, ...headers } }, 401);
  }
  await expectRefusal(
    open(),
    { method: "PUT", path: `/api/artifacts/team/main/run/${runId}/a.txt`, headers, body: "a" },
    401,
  );
});

it("answers an unknown id with NOT_FOUND by every door", async () => {
  const absent = randomIds.uuid();
  const requests = [
    ingest(point, absent),
    ingest(point, "not-an-id"),
    mutation("run.finish", { ...SCOPE, runId: absent }),
    mlflow("runs/set-tag", { run_id: absent, key: "a", value: "b" }),
    { path: `/api/2.0/mlflow/runs/get?run_id=${absent}` },
    { path: `/api/artifacts/team/main/run/${absent}/a.txt` },
    { path: `/api/artifacts/team/main/logged-model/m-${absent}/a.txt` },
    { path: "/api/artifacts/team/main/model/absent/1/a.txt" },
    { path: "/api/artifacts/team/main/model/absent/1e999/a.txt" },
    { path: "/api/artifacts/team/main/model/absent/99999999999/a.txt" },
    { method: "PUT", path: `/api/artifacts/team/main/run/${absent}/a.txt`, body: "a" },
  ];
  for (const sent of requests) await expectRefusal(open(), sent, 404);
});
