import type { LogLine, LogPosition, NewLogLine, RunId } from "@assay/contract";
import { logs } from "@assay/db";
import fc from "fast-check";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { expectRefusal } from "../support/refusals.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" } as const;
const START = 1_700_000_000_000;

const line = (number: number, text = `line ${number}`): NewLogLine => ({
  timeMs: START + number,
  stream: number % 3 === 2 ? "stderr" : "stdout",
  text,
});
const lines = (from: number, to: number): NewLogLine[] => Array.from({ length: to - from }, (_, at) => line(from + at));

const newRun = async (): Promise<RunId> => (await open().client().createRun({ source: {} })).id;
const target = (runId: string) => `/api/ingest/team/main/runs/${runId}/logs`;

interface Batch {
  writer?: string;
  firstLine: number;
  lines: readonly object[];
}

function post(runId: string, batch: Batch): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return open().fetch(target(runId), { method: "POST", headers, body: JSON.stringify(batch) });
}

async function append(runId: string, batch: Batch): Promise<{ accepted: number; nextLine: number }> {
  const response = await post(runId, batch);
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
}

async function readPage(
  runId: RunId,
  position: LogPosition,
  rest: { stream?: "stdout" | "stderr"; limit?: number } = {},
) {
  return open()
    .client()
    .api.log.read.query({ ...SCOPE, runId, position, ...rest });
}

async function readAll(runId: RunId): Promise<LogLine[]> {
  const all: LogLine[] = [];
  for (;;) {
    const page = await readPage(runId, { kind: "offset", offset: all.length }, { limit: 1_000 });
    all.push(...page.lines);
    if (page.lines.length === 0) return all;
  }
}

const texts = (found: readonly { text: string }[]): string[] => found.map(({ text }) => text);

const chunkCount = async (runId: RunId): Promise<number> => {
  const [row] = await open().sql<{ n: number }>("select count(*)::int as n from log_chunk where run_id = $1", [runId]);
  return row?.n ?? 0;
};

it("reads back what was appended, numbered from 1, with time and stream", async () => {
  const runId = await newRun();
  expect(await append(runId, { firstLine: 0, lines: lines(0, 5) })).toEqual({ accepted: 5, nextLine: 5 });
  expect(await readAll(runId)).toEqual(lines(0, 5).map((one, at) => ({ number: at + 1, ...one })));
});

it("takes a batch that is sent again once, also when it is cut otherwise", async () => {
  const runId = await newRun();
  await append(runId, { firstLine: 0, lines: lines(0, 10) });
  expect(await append(runId, { firstLine: 0, lines: lines(0, 10) })).toEqual({ accepted: 0, nextLine: 10 });
  expect(await append(runId, { firstLine: 7, lines: lines(7, 14) })).toEqual({ accepted: 4, nextLine: 14 });
  expect(await append(runId, { firstLine: 2, lines: lines(2, 5) })).toEqual({ accepted: 0, nextLine: 14 });
  expect(texts(await readAll(runId))).toEqual(texts(lines(0, 14)));
});

it("refuses a gap with the number of the line that comes next, and stores nothing of it", async () => {
  const runId = await newRun();
  await append(runId, { firstLine: 0, lines: lines(0, 3) });
  const body = JSON.stringify({ firstLine: 5, lines: lines(5, 6) });
  const headers = { "content-type": "application/json" };
  const refusal = await expectRefusal(open(), { method: "POST", path: target(runId), headers, body }, 409);
  expect(refusal).toMatchObject({ code: "SEQUENCE_GAP", message: "Line 3 of the writer main comes next, not 5" });
  const again = await post(runId, { firstLine: 5, lines: lines(5, 6) });
  expect(await again.json()).toMatchObject({ error: { field: "firstLine", expected: 3 } });
});

it("numbers the lines of several writers of a run in the order they come", async () => {
  const runId = await newRun();
  await append(runId, { writer: "rank-0", firstLine: 0, lines: [line(0, "a")] });
  await append(runId, { writer: "rank-1", firstLine: 0, lines: [line(0, "b")] });
  await append(runId, { writer: "rank-0", firstLine: 1, lines: [line(1, "c")] });
  expect((await readAll(runId)).map(({ number, text }) => `${number} ${text}`)).toEqual(["1 a", "2 b", "3 c"]);
});

it("keeps lines whole and in order whatever is sent again, cut anew or sent at the same time", () => {
  const batch = fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 40 }) });
  return fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 12 }), async (schedule) => {
      const runId = await newRun();
      let known = 0;
      for (const { from, length } of schedule) {
        // A client never sends past what it knows to be stored, but as far back as it likes.
        const start = Math.min(from, known);
        const sent = { firstLine: start, lines: lines(start, start + length) };
        await Promise.all([append(runId, sent), append(runId, sent)]);
        known = Math.max(known, start + length);
      }
      expect(texts(await readAll(runId))).toEqual(texts(lines(0, known)));
    }),
    { numRuns: 25 },
  );
});

it("keeps a log of many small batches in few chunks", async () => {
  const runId = await newRun();
  for (let at = 0; at < 200; at += 1) await append(runId, { firstLine: at, lines: lines(at, at + 1) });
  expect(await chunkCount(runId)).toBeLessThanOrEqual(16);
  expect(texts(await readAll(runId))).toEqual(texts(lines(0, 200)));
});

it("merges small batches between large ones and keeps every line", async () => {
  const runId = await newRun();
  const long = (from: number, to: number) => lines(from, to).map((one) => ({ ...one, text: one.text.padEnd(9_000) }));
  let next = 0;
  for (const size of [1, 40, ...Array(40).fill(1), 30, 2, 100, ...Array(20).fill(3)]) {
    await append(runId, { firstLine: next, lines: long(next, next + size) });
    next += size;
  }
  expect(await chunkCount(runId)).toBeLessThanOrEqual(30);
  expect(texts(await readAll(runId))).toEqual(texts(long(0, next)));
});

it("keeps a long log in chunks of a few thousand lines", async () => {
  const runId = await newRun();
  for (let at = 0; at < 60_000; at += 20_000) await append(runId, { firstLine: at, lines: lines(at, at + 20_000) });
  expect(await chunkCount(runId)).toBeLessThanOrEqual(20);
  const page = await readPage(runId, { kind: "offset", offset: 45_000 }, { limit: 3 });
  expect(page).toMatchObject({ lineCount: 60_000, offset: 45_000 });
  expect(texts(page.lines)).toEqual(texts(lines(45_000, 45_003)));
});

it("reads one stream by its own offsets, from the end, from a line and from a moment", async () => {
  const runId = await newRun();
  await append(runId, { firstLine: 0, lines: lines(0, 9_000) });
  const errors = lines(0, 9_000).filter(({ stream }) => stream === "stderr");
  const stderr = { stream: "stderr", limit: 4 } as const;
  const middle = await readPage(runId, { kind: "offset", offset: 1_400 }, stderr);
  expect(middle.lineCount).toBe(errors.length);
  expect(texts(middle.lines)).toEqual(texts(errors.slice(1_400, 1_404)));
  expect(texts((await readPage(runId, { kind: "end" }, stderr)).lines)).toEqual(texts(errors.slice(-4)));
  const atLine = await readPage(runId, { kind: "line", number: 6_001 }, stderr);
  expect(atLine.lines[0]).toMatchObject({ number: 6_003, text: "line 6002" });
  const atTime = await readPage(runId, { kind: "time", timeMs: START + 7_000 }, { limit: 1 });
  expect(atTime).toMatchObject({ offset: 7_000, lines: [{ text: "line 7000" }] });
  expect(await readPage(runId, { kind: "time", timeMs: START + 90_000 })).toMatchObject({ offset: 9_000, lines: [] });
  expect(await readPage(runId, { kind: "end" }, { limit: 0 })).toEqual({ offset: 9_000, lineCount: 9_000, lines: [] });
});

it("finds text whatever its case, through colours and progress bars, page by page", async () => {
  const runId = await newRun();
  const { api } = open().client();
  await append(runId, { firstLine: 0, lines: lines(0, 5_000) });
  const odd = ["\u001b[31mLo\u001b[1mss\u001b[0m is NaN", "loss 1\rdone", "100% of the Loss"];
  await append(runId, { firstLine: 5_000, lines: odd.map((text, at) => line(5_000 + at, text)) });
  const found = await api.log.search.query({ ...SCOPE, runId, query: "LOSS" });
  expect(found.matches.map(({ number }) => number)).toEqual([5_001, 5_003]);
  expect(found).toMatchObject({ isEnd: true, nextCursor: 5_003 });
  const all: number[] = [];
  for (let cursor = 0, isEnd = false; !isEnd; ) {
    const page = await api.log.search.query({ ...SCOPE, runId, query: "line 49", limit: 40, cursor });
    all.push(...page.matches.map(({ number }) => number));
    ({ nextCursor: cursor, isEnd } = page);
  }
  expect(all).toEqual(lines(0, 5_000).flatMap(({ text }, at) => (text.includes("line 49") ? [at + 1] : [])));
  const inErrors = await api.log.search.query({ ...SCOPE, runId, query: "line 2003", stream: "stderr" });
  expect(inErrors.matches).toMatchObject([{ number: 2_004, offset: 667 }]);
});

it("hands out the whole log as a plain text that a browser saves", async () => {
  const runId = await newRun();
  await append(runId, { firstLine: 0, lines: [...lines(0, 3), line(3, "<b>ünï \u001b[1mcode</b>")] });
  const response = await open().fetch(`${target(runId)}.txt`);
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(response.headers.get("content-disposition")).toContain("attachment");
  expect(await response.text()).toBe("line 0\nline 1\nline 2\n<b>ünï \u001b[1mcode</b>\n");
  const errors = await open().fetch(`${target(runId)}.txt?stream=stderr&times=1`);
  expect(await errors.text()).toBe(`${new Date(START + 2).toISOString()} line 2\n`);
  expect((await open().fetch(`${target(runId)}.txt?stream=stdin`)).status).toBe(400);
});

it.each([
  ["a line over 64 KiB", { firstLine: 0, lines: [line(0, "é".repeat(32_769))] }, "65536 bytes"],
  ["a line break in a line", { firstLine: 0, lines: [line(0, "a\nb")] }, "line break"],
  ["half a surrogate pair", { firstLine: 0, lines: [line(0, "\ud800")] }, "surrogate"],
  ["no lines", { firstLine: 0, lines: [] }, ""],
  ["too many lines", { firstLine: 0, lines: lines(0, 20_001) }, "20000 lines"],
  ["a negative number", { firstLine: -1, lines: lines(0, 1) }, ""],
  ["a stream that does not exist", { firstLine: 0, lines: [{ ...line(0), stream: "stdin" }] }, ""],
  ["a time that is no moment", { firstLine: 0, lines: [{ ...line(0), timeMs: 1.5 }] }, ""],
  ["a writer with a slash", { writer: "a/b", firstLine: 0, lines: lines(0, 1) }, "letters"],
])("refuses %s and stores nothing", async (_what, batch, words) => {
  const runId = await newRun();
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(batch);
  const refusal = await expectRefusal(open(), { method: "POST", path: target(runId), headers, body }, 400);
  expect(refusal.message).toContain(words);
});

it("keeps a line of exactly 64 KiB and any characters in it", async () => {
  const runId = await newRun();
  const odd = ["é".repeat(32_768), "tab\tnul\0 bell\u0007", "", "🙂\u2028"];
  await append(runId, { firstLine: 0, lines: odd.map((text, at) => line(at, text)) });
  expect(texts(await readAll(runId))).toEqual(odd);
});

it("takes no lines for an archived run, and none for a run of another project", async () => {
  const house = open();
  const runId = await newRun();
  await house.client().api.run.archive.mutate({ ...SCOPE, runIds: [runId] });
  expect((await post(runId, { firstLine: 0, lines: lines(0, 1) })).status).toBe(409);
  await house.project("elsewhere");
  const other = await house.client({ project: "team/elsewhere" }).createRun({ source: {} });
  expect((await post(other.id, { firstLine: 0, lines: lines(0, 1) })).status).toBe(404);
  expect((await house.fetch(`${target(other.id)}.txt`)).status).toBe(404);
});

it("removes all lines of runs and what it knew of their writers", async () => {
  const [gone, kept] = [await newRun(), await newRun()];
  for (const runId of [gone, kept]) await append(runId, { firstLine: 0, lines: lines(0, 3) });
  await logs.removeAll(open().server.house.db, [gone]);
  expect(await readAll(gone)).toEqual([]);
  expect(await readAll(kept)).toHaveLength(3);
  expect(await append(gone, { firstLine: 0, lines: lines(0, 1) })).toEqual({ accepted: 1, nextLine: 1 });
});
