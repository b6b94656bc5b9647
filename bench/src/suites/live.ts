import type { Bench } from "../bench.ts";
import type { Measured } from "../report/row.ts";
import { withTargets } from "../with-targets.ts";
import { liveArrival } from "./live-arrival.ts";
import { liveReads } from "./live-reads.ts";

/** What somebody sees who watches runs that are logging. */
export function live(bench: Bench): Promise<Measured[]> {
  return withTargets(bench, async (house) => [
    ...(await liveReads(bench, house)),
    ...(await house.withWorker(() => liveArrival(bench, house))),
  ]);
}
