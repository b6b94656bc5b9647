import { DomainError } from "@assay/contract";
import type { PgMetricStore } from "@assay/db";
import fc from "fast-check";
import { expect, it } from "vitest";
import { useHouse } from "../../support/house.ts";
import { line, makeRun, openStore, type Place, readWhole, toSeries } from "./engine.ts";

const open = useHouse();

const send = (store: PgMetricStore, place: Place, sequence: number, epoch = 1, id = "w") =>
  store.append({ ...place, series: [toSeries("m", line(sequence * 10, 10))], writer: { id, epoch, sequence } });

const refusal = (sent: Promise<unknown>): Promise<DomainError> =>
  sent.then(
    () => {
      throw new Error("the batch was taken");
    },
    (error: unknown) => {
      if (error instanceof DomainError) return error;
      throw error;
    },
  );

it("answers duplicate to a re-sent sequence and keeps its points once", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  expect(await send(store, run, 1)).toBe("accepted");
  expect(await send(store, run, 2)).toBe("accepted");
  for (const sequence of [2, 1, 2]) expect(await send(store, run, sequence)).toBe("duplicate");
  await store.settle(run.runId);
  expect(await send(store, run, 1)).toBe("duplicate");
  expect(await readWhole(store, run)).toEqual(line(10, 20));
});

it("answers a gap with the expected sequence and keeps nothing of it", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  const first = await refusal(send(store, run, 2));
  expect([first.code, first.details]).toMatchObject(["SEQUENCE_GAP", { field: "writer.sequence", expected: 1 }]);
  await send(store, run, 1);
  const later = await refusal(send(store, run, 3));
  expect([later.code, later.details]).toMatchObject(["SEQUENCE_GAP", { expected: 2 }]);
  expect(await readWhole(store, run)).toEqual(line(10, 10));
  expect(await send(store, run, 2)).toBe("accepted");
});

it("lets a new epoch begin again at 1 and refuses the epoch before it", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  await send(store, run, 1);
  await send(store, run, 2);
  expect((await refusal(send(store, run, 3, 2))).details).toMatchObject({ expected: 1 });
  expect(await send(store, run, 1, 2)).toBe("accepted");
  const stale = await refusal(send(store, run, 3, 1));
  expect([stale.code, stale.details]).toMatchObject(["CONFLICT", { field: "writer.epoch" }]);
  expect(await send(store, run, 2, 2)).toBe("accepted");
  expect(await readWhole(store, run)).toEqual(line(10, 20));
});

it("counts each writer of a run, and each run of a writer, on its own", async () => {
  const store = openStore(open());
  const [one, other] = [await makeRun(open()), await makeRun(open())];
  expect(await send(store, one, 1)).toBe("accepted");
  expect(await send(store, other, 1)).toBe("accepted");
  expect(await send(store, one, 1, 1, "another")).toBe("accepted");
  expect((await refusal(send(store, one, 3, 1, "another"))).details).toMatchObject({ expected: 2 });
});

it("takes each sequence once when two servers get the same ones at once, in any order", async () => {
  const stores = [openStore(open()), openStore(open())];
  const anySchedule = fc.array(fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(anySchedule, async (schedule) => {
      const run = await makeRun(open());
      const answers = await Promise.all(
        schedule.map(async ([server, sequence]) => {
          const [store] = stores.slice(server);
          if (store === undefined) throw new Error("there are two servers");
          const answer = await send(store, run, sequence).catch((error: unknown) =>
            error instanceof DomainError && error.code === "SEQUENCE_GAP" ? "gap" : Promise.reject(error),
          );
          return { sequence, answer };
        }),
      );
      const accepted = answers.filter(({ answer }) => answer === "accepted").map(({ sequence }) => sequence);
      accepted.sort((a, b) => a - b);
      expect(accepted).toEqual(accepted.map((_, at) => at + 1));
      for (const { sequence, answer } of answers) {
        if (answer === "duplicate") expect(accepted).toContain(sequence);
      }
      const [store] = stores;
      expect(store && (await readWhole(store, run))).toEqual(line(10, 10 * accepted.length));
    }),
    { numRuns: 25 },
  );
});
