import { setTimeout as delay } from "node:timers/promises";
import type { Bench } from "../bench.ts";
import { RequestSource } from "../data/request-source.ts";
import { closedLoop } from "../measure/closed-loop.ts";
import { quantile } from "../measure/median.ts";
import { timeMs } from "../measure/time-ms.ts";
import type { OurHouse } from "../ours/house.ts";
import { amount } from "../report/amount.ts";
import type { Measured } from "../report/row.ts";

/** 50 keys at 20 steps, as a client sends them that gathers its points for a moment. */
const POINTS = 1_000;
const PAUSE_MS = 20;
/** Passes in a row of so many seconds' worth, so that the tail is seen. */
const LENGTH = 2;

/** Reading one series of a run while points pour into it and its neighbours, in the same process as a server would. */
export async function liveReads(bench: Bench, house: OurHouse): Promise<Measured[]> {
  const { runs, pointsPerSecond, buckets } = bench.sizes.live;
  const seconds = bench.seconds * bench.passes * LENGTH;
  const projectId = house.ctx.project.id;
  const runIds = await house.newRuns(runs);
  const source = new RequestSource(POINTS);
  const key = source.keys[0] ?? "";
  const latencies: number[] = [];
  const stop = new AbortController();
  const reader = async (): Promise<void> => {
    for (let at = 0; !stop.signal.aborted; at += 1) {
      const query = { projectId, runIds: runIds.slice(at % runs, (at % runs) + 1), keys: [key], maxPoints: buckets };
      latencies.push(await timeMs(() => house.metrics.readDownsampled(query)));
      await delay(PAUSE_MS);
    }
  };
  const request = async (client: number): Promise<number> => {
    const runId = runIds[client];
    if (runId === undefined) throw new Error("every client has a run");
    await house.metrics.append({ projectId, runId, series: source.next(client) });
    return POINTS;
  };
  const written = await house.withWorker(async () => {
    const reading = reader();
    const result = await closedLoop({ clients: runs, seconds, request, pointsPerSecond });
    stop.abort();
    await reading;
    return result;
  });
  await house.empty();
  const note = `${amount(written.pointsPerSecond)} points/s came in, ${latencies.length} reads`;
  const row = (name: string, at: number) => ({ name, unit: "ms" as const, ours: quantile(latencies, at), note });
  return [
    row("live chart of 1 series, p50", 0.5),
    { ...row("live chart of 1 series, p99", 0.99), target: { most: 50 } },
  ];
}
