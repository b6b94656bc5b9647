import { randomBytes } from "node:crypto";
import { encodeFrame, FRAME_CONTENT_TYPE, type IngestWriter, RunId } from "@assay/contract";
import { describe, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();

/** A writer of a run of its own, with what it may send. */
async function newWriter() {
  const run = await open().client().createRun({ source: {} });
  const id = randomBytes(16).toString("hex");
  const send = async (format: "frame" | "json", position: Partial<IngestWriter>, step: number) => {
    const writer = { id, epoch: 1, sequence: 1, ...position };
    const body =
      format === "frame"
        ? encodeFrame([{ step, timeMs: step, values: { loss: step } }], writer)
        : JSON.stringify({ keys: ["loss"], steps: [step], timesMs: [step], values: [[step]], writer });
    const headers = { "content-type": format === "frame" ? FRAME_CONTENT_TYPE : "application/json" };
    const target = `/api/ingest/team/main/runs/${run.id}/metrics`;
    const answer = await open().fetch(target, { method: "POST", headers, body });
    return { status: answer.status, body: Object(await answer.json()) };
  };
  const steps = async (): Promise<number[]> => {
    const [series] = await open()
      .client()
      .runs.series([RunId.parse(run.id)], ["loss"], 4_000);
    return series?.steps ?? [];
  };
  return { send, steps };
}

describe.each(["frame", "json"] as const)("batches with numbers, as %s,", (format) => {
  it("are stored once however often they are sent", async () => {
    const { send, steps } = await newWriter();
    expect(await send(format, { sequence: 1 }, 1)).toEqual({ status: 200, body: { accepted: 1 } });
    const again = { status: 200, body: { accepted: 0, duplicate: true } };
    expect(await send(format, { sequence: 1 }, 1)).toEqual(again);
    expect((await send(format, { sequence: 2 }, 2)).body).toEqual({ accepted: 1 });
    expect(await send(format, { sequence: 1 }, 1)).toEqual(again);
    expect(await steps()).toEqual([1, 2]);
  });

  it("are refused past a gap, which names the number to go on with", async () => {
    const { send, steps } = await newWriter();
    const first = await send(format, { sequence: 2 }, 2);
    expect([first.status, first.body.error]).toMatchObject([409, { code: "SEQUENCE_GAP", expected: 1 }]);
    await send(format, { sequence: 1 }, 1);
    const second = await send(format, { sequence: 3 }, 3);
    expect([second.status, second.body.error]).toMatchObject([409, { code: "SEQUENCE_GAP", expected: 2 }]);
    expect(await steps()).toEqual([1]);
  });

  it("begin again in a later epoch, after which the earlier one is refused", async () => {
    const { send, steps } = await newWriter();
    await send(format, { sequence: 1 }, 1);
    await send(format, { sequence: 2 }, 2);
    expect((await send(format, { epoch: 2, sequence: 1 }, 3)).body).toEqual({ accepted: 1 });
    const late = await send(format, { epoch: 1, sequence: 3 }, 4);
    expect([late.status, late.body.error]).toMatchObject([409, { code: "CONFLICT" }]);
    expect(await steps()).toEqual([1, 2, 3]);
  });
});

it("of which the same comes many times at once is stored by one of them", async () => {
  const { send, steps } = await newWriter();
  const answers = await Promise.all(Array.from({ length: 20 }, () => send("frame", { sequence: 1 }, 1)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(answers.filter(({ body }) => body.accepted === 1)).toHaveLength(1);
  expect(await steps()).toEqual([1]);
});

it("are of their run: another run's writer of the same id begins at 1", async () => {
  const [one, other] = [await newWriter(), await newWriter()];
  const id = "a".repeat(32);
  expect((await one.send("json", { id, sequence: 1 }, 1)).status).toBe(200);
  expect((await one.send("json", { id, sequence: 2 }, 2)).status).toBe(200);
  expect((await other.send("json", { id, sequence: 1 }, 1)).body).toEqual({ accepted: 1 });
});
