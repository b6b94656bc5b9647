import { performance } from "node:perf_hooks";
import type { Bench } from "../bench.ts";
import { sliceColumns } from "../data/columns.ts";
import { makeKeyMix } from "../data/key-mix.ts";
import { watchProject } from "../http/live-events.ts";
import { NoticeBoard } from "../http/notice-board.ts";
import { readSeries } from "../http/read-series.ts";
import { quantile } from "../measure/median.ts";
import type { OurHouse } from "../ours/house.ts";
import type { Measured } from "../report/row.ts";

const SCOPE = { workspace: "team", project: "main" };
const STEPS_PER_SECOND = 10;

/**
 * From a commit until a browser knows: the notice over the subscription, then every watched chart fetched again with
 * the new point in it. The moment for which the web app gathers notices (400 ms) comes on top.
 */
export async function liveArrival(bench: Bench, house: OurHouse): Promise<Measured[]> {
  const { charts, buckets, steps: before } = bench.sizes.live;
  const { url, token, metrics, ctx } = house;
  const projectId = ctx.project.id;
  const [runId] = await house.newRuns(1);
  if (runId === undefined) throw new Error("one run was asked for");
  const steps = Math.max(3, Math.round(bench.seconds * STEPS_PER_SECOND));
  const mix = makeKeyMix(before + steps);
  const append = (from: number, to: number) =>
    metrics.append({ projectId, runId, series: mix.map((columns) => sliceColumns(columns, from, to)) });
  for (let from = 0; from < before; from += 200) await append(from, from + 200);
  await metrics.compact([runId]);

  const notice = new NoticeBoard();
  const end = new AbortController();
  const watching = await watchProject({ url, token, scope: SCOPE, signal: end.signal }, (event) => notice.post(event));
  const noticed: number[] = [];
  const shown: number[] = [];
  const watched = mix.slice(0, charts).map(({ key }) => key);
  for (let step = before; step < before + steps; step += 1) {
    const next = notice.next(runId);
    await append(step, step + 1);
    const committed = performance.now();
    noticed.push(Math.max(0, (await next) - committed));
    const read = await Promise.all(
      watched.map((key) => readSeries({ url, token, scope: SCOPE, runId, key, maxPoints: buckets })),
    );
    if (read.some(([series]) => series?.steps.at(-1) !== step)) throw new Error(`step ${step} is not in every chart`);
    shown.push(performance.now() - committed);
  }
  end.abort();
  await watching.ended.catch(() => undefined);
  const row = (name: string, values: number[], at: number) => ({
    name,
    unit: "ms" as const,
    ours: quantile(values, at),
  });
  return [
    row("live: commit → notice at a subscriber, p50", noticed, 0.5),
    row("live: commit → notice at a subscriber, p99", noticed, 0.99),
    row(`live: commit → ${charts} charts fetched with the point, p50`, shown, 0.5),
    row(`live: commit → ${charts} charts fetched with the point, p99`, shown, 0.99),
  ];
}
