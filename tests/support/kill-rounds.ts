import { setTimeout as delay } from "node:timers/promises";
import type { WriterFleet } from "./writer-fleet.ts";

interface KillRounds {
  rounds: number;
  /** How many points more must be acknowledged before the next strike. */
  pointsPerRound: number;
  fleet: WriterFleet;
  /** Kills something and brings it back. */
  strike: (round: number) => Promise<void>;
}

const SPREAD_MS = 120;

/** Strikes while the fleet writes, each time at a moment nobody chose; then lets the fleet finish. */
export async function killRounds({ rounds, pointsPerRound, fleet, strike }: KillRounds): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    await fleet.reach(fleet.acknowledged + pointsPerRound, 60_000);
    await delay(Math.random() * SPREAD_MS);
    await strike(round);
  }
  await fleet.stop();
}
