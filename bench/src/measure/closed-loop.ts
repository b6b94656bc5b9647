import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { quantile } from "./median.ts";

export interface ClosedLoop {
  clients: number;
  seconds: number;
  /** Does one request of a client; answers how many points it wrote. */
  request: (client: number) => Promise<number>;
  /** Holds the clients back to this rate together; as fast as they can without it. */
  pointsPerSecond?: number;
}

export interface LoopResult {
  pointsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

const WARM_UP = 0.2;

/** So many clients, each sending its next request when the last was answered, after a warm-up. */
export async function closedLoop(options: ClosedLoop): Promise<LoopResult> {
  await loop({ ...options, seconds: options.seconds * WARM_UP });
  return loop(options);
}

async function loop({ clients, seconds, request, pointsPerSecond }: ClosedLoop): Promise<LoopResult> {
  const latencies: number[] = [];
  let points = 0;
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  const pause = async (): Promise<void> => {
    const aheadMs =
      pointsPerSecond === undefined ? 0 : (points / pointsPerSecond) * 1_000 - (performance.now() - begin);
    if (aheadMs > 1) await delay(aheadMs);
  };
  const client = async (index: number): Promise<void> => {
    while (performance.now() < end) {
      const sent = performance.now();
      // Not `points += await …`, which would add to what `points` was before the wait.
      const written = await request(index);
      points += written;
      latencies.push(performance.now() - sent);
      await pause();
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return {
    pointsPerSecond: points / ((performance.now() - begin) / 1_000),
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
  };
}
