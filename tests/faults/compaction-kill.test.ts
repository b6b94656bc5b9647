import { setTimeout as delay } from "node:timers/promises";
import { ProjectId, type RunId } from "@assay/contract";
import { openDb, PgMetricStore } from "@assay/db";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { timeAt, valueAt } from "../support/metric-writer.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const FOR_MS = 15_000;
const WRITERS = 8;
const READERS = 2;
const BATCH = 50;
const COMPACTOR = "compactor-to-be-killed";

/** One key of the run, with how many steps of it are acknowledged and how many were sent. */
interface Line {
  key: string;
  acknowledged: number;
  sent: number;
}

function openStore(name: string) {
  const onError = () => undefined;
  const url = Object.assign(new URL(open().databaseUrl), { search: `?application_name=${name}` }).href;
  const db = openDb({ url, max: 8, onError });
  const store = new PgMetricStore(db, { wakeCompactor: async () => {}, onError });
  const close = async () => {
    await store.idle();
    await db.close();
  };
  return { store, close };
}

type Place = { projectId: ProjectId; runId: RunId };

async function write(store: PgMetricStore, place: Place, line: Line, isOver: () => boolean): Promise<void> {
  for (let batch = 1; !isOver(); batch += 1) {
    // Every seventh batch is sent again whole, as after an answer that was lost.
    const from = batch % 7 === 0 ? Math.max(0, line.sent - BATCH) : line.sent;
    const steps = Array.from({ length: BATCH }, (_, at) => from + at);
    line.sent = from + BATCH;
    const series = [{ key: line.key, steps, timesMs: steps.map(timeAt), values: steps.map(valueAt) }];
    await store.append({ ...place, series });
    line.acknowledged = line.sent;
  }
}

/** Reads a line whole or in buckets; everything acknowledged before must be there once, in order, and nothing unsent. */
async function readOnce(store: PgMetricStore, { projectId, runId }: Place, line: Line): Promise<void> {
  const query = { projectId, runIds: [runId], keys: [line.key] };
  const before = line.acknowledged;
  const [whole] = await store.readRange(query);
  const steps = whole?.points.steps ?? new Float64Array();
  expect(steps.length).toBeGreaterThanOrEqual(before);
  expect(steps.length).toBeLessThanOrEqual(line.sent);
  expect(steps.findIndex((step, at) => step !== at)).toBe(-1);
  expect(whole?.points.values.findIndex((value, at) => value !== valueAt(at)) ?? -1).toBe(-1);
  const [buckets] = await store.readDownsampled({ ...query, maxPoints: 10 });
  const counted = buckets?.points.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  expect(counted).toBeGreaterThanOrEqual(steps.length);
  expect(buckets?.pointCount ?? 0).toBe(counted);
}

it("answers every read exactly while the connections of the compactor are cut again and again", async () => {
  const house = open();
  const run = await house.client().createRun({ source: {} });
  const [row] = await house.sql<{ project_id: string }>("select project_id from run where id = $1", [run.id]);
  const place = { runId: run.id, projectId: ProjectId.parse(row?.project_id.replaceAll("-", "")) };
  const [writing, reading, compacting] = [openStore("writer"), openStore("reader"), openStore(COMPACTOR)];
  const lines = Array.from({ length: WRITERS }, (_, at): Line => ({ key: `line-${at}`, acknowledged: 0, sent: 0 }));
  const untilMs = Date.now() + FOR_MS;
  const isOver = () => Date.now() > untilMs;
  const counts = { reads: 0, kills: 0, interrupted: 0, compactions: 0 };

  const read = async (): Promise<void> => {
    for (let at = 0; !isOver(); at += 1) {
      const line = lines[at % WRITERS];
      if (line !== undefined) await readOnce(reading.store, place, line);
      counts.reads += 1;
    }
  };
  const compact = async (): Promise<void> => {
    while (!isOver()) {
      await compacting.store.compact([run.id]).then(
        () => {
          counts.compactions += 1;
        },
        () => {
          counts.interrupted += 1;
        },
      );
    }
  };
  const cut = async (): Promise<void> => {
    while (!isOver()) {
      await delay(150 + Math.random() * 400);
      const cuts = await house.sql(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1",
        [COMPACTOR],
      );
      counts.kills += cuts.length;
    }
  };
  const readers = Array.from({ length: READERS }, read);
  const writers = lines.map((line) => write(writing.store, place, line, isOver));
  await Promise.all([...writers, ...readers, compact(), cut()]);
  const sum = (pick: (line: Line) => number) => lines.reduce((total, line) => total + pick(line), 0);
  const check = async () => {
    for (const line of lines) await readOnce(reading.store, place, line);
  };
  await check();
  await waitFor(() => compacting.store.settle(run.id).then(() => true));
  await check();
  const [chunks] = await house.sql<{ points: string }>("select sum(count) as points from metric_chunk");
  const tally = `acknowledged ${sum(({ acknowledged }) => acknowledged)}, readable ${chunks?.points}`;
  console.log(`compaction cut: ${JSON.stringify(counts)}, bad reads 0, ${tally}, lost 0, duplicated 0`);
  expect(Number(chunks?.points)).toBe(sum(({ acknowledged }) => acknowledged));
  expect(counts.interrupted).toBeGreaterThan(5);
  expect(counts.compactions).toBeGreaterThan(5);
  for (const { close } of [writing, reading, compacting]) await close();
}, 60_000);
