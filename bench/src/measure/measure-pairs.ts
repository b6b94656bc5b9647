import type { Measured } from "../report/row.ts";
import { interleaved } from "./interleaved.ts";
import { untilQuiet } from "./until-quiet.ts";

/** A row that is not measured yet, by a name of its own. */
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
  const cells = pairings.flatMap(({ name, ours, peer }) => [
    [name, ours] as const,
    ...(peer === null ? [] : [[ofPeer(name), peer.measure] as const]),
  ]);
  const medians: Record<string, number> = await interleaved(passes, Object.fromEntries(cells), settle);
  const of = (cell: string): number => medians[cell] ?? Number.NaN;
  return pairings.map(({ peer, ...row }) => ({
    ...row,
    ours: of(row.name),
    ...(peer === null ? {} : { peer: { name: peer.name, value: of(ofPeer(row.name)) } }),
  }));
}

const ofPeer = (name: string): string => `${name}, of the peer`;
