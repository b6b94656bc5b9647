import { DomainError } from "@assay/contract";
import { AccessChangedError } from "@assay/services";
import { expect, it } from "vitest";
import { type AnswerFate, Creations, type Made, type Make, versionName } from "./creations.ts";

const WINDOW_MS = 20 * 60 * 1_000;

/** A ledger with a clock of the test's own, and makers that note what they were told. */
function open() {
  const attempts: [string, boolean][] = [];
  let at = 0;
  let nowMs = 0;
  const newId = () => {
    at += 1;
    return at.toString(16).padStart(32, "0");
  };
  const creations = new Creations({ processKey: 1n, nowMs: () => nowMs, newId });
  const make: Make<Made> = (id, { isRepeat }) => {
    attempts.push([id.slice(-1), isRepeat]);
    return Promise.resolve({ id });
  };
  const send = async (digest: string, by: Make<Made> = make) => {
    let fate: AnswerFate | undefined;
    const id = creations.make(digest, (given) => (fate = given), by);
    if (fate === undefined) throw new Error("the answer is not watched");
    return { id, fate, lost: fate.lost, delivered: fate.delivered };
  };
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { creations, attempts, make, send, pass };
}

it("makes two runs of equal requests whose answers nobody lost", async () => {
  const { send, attempts } = open();
  await (await send("a")).id;
  await (await send("a")).id;
  expect(attempts).toEqual([
    ["1", false],
    ["2", false],
  ]);
});

it("works under the id of an equal request whose answer was lost, once", async () => {
  const { send, attempts } = open();
  const first = await send("a");
  await first.id;
  first.lost();
  await (await send("b")).id;
  await (await send("a")).id;
  await (await send("a")).id;
  expect(attempts).toEqual([
    ["1", false],
    ["2", false],
    ["1", true],
    ["3", false],
  ]);
});

it("goes on from a lost answer when the request that repeats it has to be let in anew", async () => {
  const { send, attempts } = open();
  const first = await send("a");
  await first.id;
  first.lost();
  const outdated: Make<Made> = (id, { isRepeat }) => {
    attempts.push([id.slice(-1), isRepeat]);
    return Promise.reject(new AccessChangedError());
  };
  await expect((await send("a", outdated)).id).rejects.toThrow(AccessChangedError);
  await (await send("a")).id;
  expect(attempts).toEqual([
    ["1", false],
    ["1", true],
    ["1", true],
  ]);
});

it("waits for a request whose client hung up while it was being answered", async () => {
  const { send, make, attempts } = open();
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = await send("a", async (id, request) => {
    await promise;
    return make("f".repeat(32), request).then(() => ({ id }));
  });
  first.lost();
  const second = await send("a");
  expect(attempts).toEqual([]);
  resolve();
  expect(await second.id).toEqual(await first.id);
});

it("takes an answer for read once somebody names the run, before or after the connection ends", async () => {
  for (const isSeenFirst of [true, false]) {
    const { send, creations, attempts } = open();
    const first = await send("a");
    const { id: run_id } = await first.id;
    const see = () => creations.see("http://x/", isSeenFirst ? { run_id } : {});
    if (isSeenFirst) see();
    first.lost();
    if (!isSeenFirst) creations.see(`http://x/runs/get?run_id=${run_id}`, {});
    await (await send("a")).id;
    expect(attempts.at(-1)).toEqual(["2", false]);
  }
});

it("keeps the id of a request that failed for no fault of its own, and of no other", async () => {
  const { send, attempts } = open();
  const refused = await send("a", () => Promise.reject(new DomainError("INVALID_INPUT", "no")));
  await expect(refused.id).rejects.toThrow("no");
  const failed = await send("a", () => Promise.reject(new DomainError("UNAVAILABLE", "later")));
  await expect(failed.id).rejects.toThrow("later");
  await (await send("a")).id;
  expect(attempts).toEqual([["2", true]]);
});

it("forgets what no client sends again", async () => {
  const { send, pass, attempts } = open();
  const first = await send("a");
  await first.id;
  first.lost();
  pass(WINDOW_MS + 1);
  await (await send("a")).id;
  expect(attempts.at(-1)).toEqual(["2", false]);
});

it.each([
  ["/logged-models/m-ID/tags", {}],
  ["/", { model_id: "m-ID" }],
  ["/", { models: [{ model_id: "m-other" }, { model_id: "m-ID" }] }],
  ["/", { source_run_id: "ID" }],
  ["/", { name: "iris", version: 7 }],
])("sees by %s with %j that an answer was read", async (path, raw) => {
  const { send, creations, attempts } = open();
  const wireName = "name" in raw ? versionName("iris", "7") : undefined;
  const first = await send("a", async (id) => {
    attempts.push([id.slice(-1), false]);
    return { id, ...(wireName === undefined ? {} : { wireName }) };
  });
  const { id } = await first.id;
  creations.see(`http://x${path}`.replace("ID", id), JSON.parse(JSON.stringify(raw).replace("ID", id)));
  first.lost();
  await (await send("a")).id;
  expect(attempts.at(-1)).toEqual(["2", false]);
});
