import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/repository.ts";

type Held = readonly [file: string, title: string];

const ENGINE = "tests/integration/metric-engine";
const POSTGRES: Held = [
  "tests/faults/postgres-kill.test.ts",
  "loses and doubles nothing that was acknowledged when PostgreSQL is killed",
];
const SERVER: Held = [
  "tests/faults/server-kill.test.ts",
  "loses and doubles nothing that was acknowledged when the server is killed",
];
const WORKER: Held = [
  "tests/faults/worker-kill.test.ts",
  "loses and doubles nothing when workers are killed in the middle of compaction",
];
const LOST_ANSWERS: Held = ["tests/faults/lost-answers.test.ts", "keeps points once that are sent again"];
const MODEL: Held = [`${ENGINE}/properties.test.ts`, "answers whatever is asked as a plain model in memory does"];
const LARGEST: Held = [`${ENGINE}/limits.test.ts`, "shows it to the very next read"];
const REFUSED: Held = [`${ENGINE}/limits.test.ts`, "refuses %s whole"];
const FRAMES: Held = ["tests/integration/ingest-door.test.ts", "%s is refused by its field and leaves nothing"];

/** What is promised about points, sentence by sentence as users read it, and the tests that hold it. */
const PROMISES: readonly (readonly [sentence: string, ...by: Held[]])[] = [
  [
    "If the server answers 2xx to a batch, every point in it survives a SIGKILL or power loss of server, worker and database (given a disk that honours fsync),",
    POSTGRES,
    SERVER,
    WORKER,
    ["tests/faults/postgres-kill.test.ts", "so the test above can fail"],
    ["tests/faults/disk-full.test.ts", "loses nothing that was acknowledged when the disk under PostgreSQL is full"],
  ],
  ["is visible to the next read,", LARGEST, ["tests/faults/compaction-kill.test.ts", "answers every read exactly"]],
  ["and appears exactly once however often the batch is sent again.", LOST_ANSWERS, POSTGRES, SERVER, MODEL],
  [
    "Two points are the same point only if step, time and value (bitwise, −0 = 0, all NaNs alike) are equal; equal points collapse.",
    MODEL,
    ["packages/domain/src/series/point-order.test.ts", "of two series merge as if they had come as one"],
  ],
  [
    "Everything else is kept, in order (step, time).",
    MODEL,
    ["packages/domain/src/series/point-order.test.ts", "are ordered by step, time and value, each once"],
  ],
  ["The server never stamps a time on a request that may be retried.", LOST_ANSWERS],
  [
    "SDK batches also carry (run, writer, epoch, sequence): a re-sent sequence answers `duplicate`, a gap answers 409 with the expected one.",
    [`${ENGINE}/writers.test.ts`, "answers duplicate to a re-sent sequence and keeps its points once"],
    [`${ENGINE}/writers.test.ts`, "answers a gap with the expected sequence and keeps nothing of it"],
    ["tests/integration/ingest-sequences.test.ts", "are refused past a gap, which names the number to go on with"],
    ["tests/integration/sdk-delivery.test.ts", "numbers its batches, one writer for a run"],
  ],
  [
    "NaN, ±Infinity and fractional steps round-trip bit-exactly.",
    MODEL,
    ["packages/domain/src/codec/value-codec.test.ts", "come back bit for bit, only -0 as 0"],
    ["packages/domain/src/codec/axis-codec.test.ts", "come back exactly, only -0 as 0"],
    ["tests/integration/ingest-door.test.ts", "is stored as it is: NaN, infinities, gaps and fractions"],
  ],
  [
    "|step| > 2^53, non-finite steps, non-integer timestamps, a key over 250 bytes, more than 20,000 points or 10 MB in one request: a clear 4xx naming the field, and nothing of that request stored.",
    REFUSED,
    FRAMES,
    ["tests/integration/ingest-door.test.ts", "with %s is refused by its field and leaves nothing"],
  ],
  [
    "Back-pressure, not collapse: past a hot-table limit the door answers 429 with Retry-After, and says so in metrics.",
    [`${ENGINE}/appends.test.ts`, "says BACKPRESSURE while more waits than it may keep"],
    [
      "apps/server/src/http/error-response.test.ts",
      "tells a client that sends more than can be kept when to come back",
    ],
    ["tests/integration/rate-limits.test.ts", "answers in MLflow's own shape, which its client repeats"],
  ],
];

/** What the store keeps to within, which users need not read. */
const HABITS: readonly (readonly [habit: string, ...by: Held[]])[] = [
  [
    "A late point rewrites only the chunk whose range it falls in",
    [`${ENGINE}/appends.test.ts`, "rewrites no chunk but the one a late point falls in"],
    ["packages/domain/src/series/chunk-plan.test.ts", "are rewritten one at a time by late points"],
  ],
  [
    "Compaction is one transaction; killing it anywhere changes nothing",
    WORKER,
    POSTGRES,
    ["tests/faults/compaction-kill.test.ts", "answers every read exactly"],
  ],
  [
    "A chunk never splits one step and time",
    ["packages/domain/src/series/chunk-plan.test.ts", "never split what shares a step and time"],
  ],
  [
    "A fork reads its ancestors up to each fork step",
    MODEL,
    ["tests/integration/metrics.test.ts", "reads what a fork of a fork inherits"],
  ],
];

const text = (file: string): string => readFileSync(path.join(root, file), "utf8");

it("names a test for every sentence that users are promised about points, and no sentence more", () => {
  const [, section = ""] = /## What is kept\n([\s\S]*?)\n## /.exec(text("docs/logging.md")) ?? [];
  const promised = section.replace(/^(>|-) /gm, "").replace(/\s+/g, " ");
  const left = PROMISES.reduce((rest, [sentence]) => {
    expect(promised).toContain(sentence);
    return rest.replace(sentence, "");
  }, promised);
  expect(left.trim()).toBe("");
});

it("has every test that it names", () => {
  const missing = [...PROMISES, ...HABITS].flatMap(([, ...by]) =>
    by.filter(([file, title]) => !text(file).includes(title)),
  );
  expect(missing).toEqual([]);
});
