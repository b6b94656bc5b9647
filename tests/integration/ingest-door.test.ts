import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { encodeFrame, FRAME_CONTENT_TYPE, type MetricRow, RunId } from "@assay/contract";
import { beforeAll, describe, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { countRows } from "../support/refusals.ts";

const open = useHouse();
let runId = "";

beforeAll(async () => {
  const run = await open().client().createRun({ source: {} });
  runId = run.id;
});

const target = (): string => `/api/ingest/team/main/runs/${runId}/metrics`;

function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> {
  const type = typeof body === "string" ? "application/json" : FRAME_CONTENT_TYPE;
  return open().fetch(target(), { method: "POST", body, headers: { "content-type": type, ...headers } });
}

const denseBody = (key: string, values: unknown[]): string => {
  const steps = values.map((_, at) => at);
  return JSON.stringify({ keys: [key], steps, timesMs: steps, values: values.map((value) => [value]) });
};

async function valuesOf(key: string): Promise<number[]> {
  const [series] = await open()
    .client()
    .runs.series([RunId.parse(runId)], [key], 4_000);
  return series?.values ?? [];
}

describe("a binary frame", () => {
  it("is stored as it is: NaN, infinities, gaps and fractions", async () => {
    const rows: MetricRow[] = [
      { step: 0.25, timeMs: 1, values: { "frame/a": Number.NaN, "frame/b": 1 } },
      { step: 1, timeMs: 2, values: { "frame/a": Number.NEGATIVE_INFINITY } },
      { step: 2, timeMs: 3, values: { "frame/a": 0.1 + 0.2, "frame/b": Number.MIN_VALUE } },
    ];
    const answer = await post(encodeFrame(rows));
    expect([answer.status, await answer.json()]).toEqual([200, { accepted: 5 }]);
    expect(await valuesOf("frame/a")).toEqual([Number.NaN, Number.NEGATIVE_INFINITY, 0.1 + 0.2]);
    expect(await valuesOf("frame/b")).toEqual([1, Number.MIN_VALUE]);
  });

  it.each([
    ["cut off", "frame", encodeFrame([{ step: 0, timeMs: 0, values: { a: 1 } }]).slice(0, -1)],
    [
      "with a step beyond 2^53",
      "steps[1]",
      encodeFrame([0, 2 ** 53 + 2].map((step) => ({ step, timeMs: 0, values: { a: 1 } }))),
    ],
    ["with half a millisecond", "timesMs[0]", encodeFrame([{ step: 0, timeMs: 0.5, values: { a: 1 } }])],
    [
      "with a key of 251 bytes",
      "keys[0]",
      encodeFrame([{ step: 0, timeMs: 0, values: { [`${"é".repeat(125)}x`]: 1 } }]),
    ],
    ["of no bytes", "frame", new Uint8Array()],
  ])("%s is refused by its field and leaves nothing", async (_weakness, field, frame) => {
    const before = await countRows(open());
    const answer = await post(frame);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: "INVALID_INPUT", field } });
    expect(await countRows(open())).toEqual(before);
  });

  it("of random bytes is a fault of its sender", async () => {
    const right = encodeFrame([{ step: 0, timeMs: 0, values: { a: 1, b: 2 } }]);
    for (let time = 0; time < 100; time += 1) {
      const noise = new Uint8Array(randomBytes(time));
      const answers = [await post(noise), await post(new Uint8Array([...right.slice(0, 24), ...noise]))];
      for (const { status } of answers) expect(status).toBe(400);
    }
  });
});

describe("a compressed body", () => {
  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["zstd", zstdCompressSync],
  ])("in %s is taken", async (encoding, compress) => {
    const body = compress(denseBody(`packed/${encoding}`, [1, "NaN", 3]));
    const answer = await post(new Uint8Array(body), {
      "content-encoding": encoding,
      "content-type": "application/json",
    });
    expect([answer.status, await answer.json()]).toEqual([200, { accepted: 3 }]);
    expect(await valuesOf(`packed/${encoding}`)).toEqual([1, Number.NaN, 3]);
  });

  it.each([
    ["gzip", gzipSync],
    ["zstd", zstdCompressSync],
  ])("that grows twenty times too large in %s is refused", async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(200 * 1024 * 1024));
    const answer = await post(new Uint8Array(bomb), { "content-encoding": encoding });
    expect(answer.status).toBe(413);
  });

  it.each([
    ["that is not what it says", "gzip", "{}"],
    ["of an unknown kind", "br", "{}"],
  ])("%s is refused by its header", async (_weakness, encoding, body) => {
    const answer = await post(body, { "content-encoding": encoding });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { field: "content-encoding" } });
  });
});

describe("a dense matrix", () => {
  it.each([
    ["a step beyond 2^53", "steps[0]", { steps: [2 ** 53 + 2] }],
    ["half a millisecond", "timesMs[0]", { timesMs: [0.5] }],
    ["a key of 251 bytes", "keys[0]", { keys: [`${"é".repeat(125)}x`] }],
    ["a value that is text", "values[0][0]", { values: [["1"]] }],
    ["a writer without a sequence", "writer.sequence", { writer: { id: "a".repeat(32), epoch: 1 } }],
    ["a writer whose sequence is 0", "writer.sequence", { writer: { id: "a".repeat(32), epoch: 1, sequence: 0 } }],
  ])("with %s is refused by its field and leaves nothing", async (_weakness, field, change) => {
    const before = await countRows(open());
    const body = JSON.stringify({ keys: ["k"], steps: [0], timesMs: [0], values: [[1]], ...change });
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: "INVALID_INPUT", field } });
    expect(await countRows(open())).toEqual(before);
  });
});

it("takes no harm from a client that hangs up in the middle of a body", async () => {
  const house = open();
  const { hostname, port } = new URL(house.url);
  const socket = connect(Number(port), hostname);
  const head = [`POST ${target()} HTTP/1.1`, `host: ${hostname}:${port}`, `authorization: Bearer ${house.token}`];
  socket.write(`${[...head, "content-type: application/json", "content-length: 100"].join("\r\n")}\r\n\r\n{"keys"`);
  // The server has taken the request up once it answers one that came later.
  expect((await post(denseBody("before", [1]))).status).toBe(200);
  socket.destroy();
  expect((await post(denseBody("after", [1]))).status).toBe(200);
});
