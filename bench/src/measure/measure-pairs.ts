import type { Measured } from "../report/row.ts";
import { median } from "./median.ts";
import { untilQuiet } from "./until-quiet.ts";

/** A row that is not measured yet. */
export interface Pairing extends Pick<Measured, "name" | "unit" | "target"> {
  ours: () => Promise<number>;
  peer: { name: string; measure: () => Promise<number> } | null;
}

/**
 * Measures every row once a pass rather than one row after the other, so that minutes in which the machine is slow fall
 * on one pass of many rows and not on all passes of a few; answers each row's medians. What a pass leaves for a worker
 * to do is done before the next begins.
 */
export async function measurePairs(
  passes: number,
  pairings: readonly Pairing[],
  settle: () => Promise<void> = untilQuiet,
): Promise<Measured[]> {
  const measured = pairings.map((pairing) => ({ pairing, ours: [] as number[], peers: [] as number[] }));
  for (let pass = 0; pass < passes; pass += 1) {
    if (pass > 0) await settle();
    for (const { pairing, ours, peers } of measured) {
      ours.push(await pairing.ours());
      if (pairing.peer !== null) peers.push(await pairing.peer.measure());
    }
  }
  return measured.map(({ pairing: { peer, ...row }, ours, peers }) => ({
    ...row,
    ours: median(ours),
    ...(peer === null ? {} : { peer: { name: peer.name, value: median(peers) } }),
  }));
}
