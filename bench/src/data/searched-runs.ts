import { RunId } from "@assay/contract";
import { randomIds } from "@assay/services";
import { randomFractions } from "./random.ts";

/** What the searched runs have, and which of it is searched for. */
export const SEARCHED = {
  metric: "loss",
  param: "optimizer",
  values: ["adamw", "sgd", "lion", "shampoo"],
  wanted: "lion",
} as const;

const FIRST_START_MS = 1_750_000_000_000;
const EVERY_MS = 1_000;

export interface SearchedRun {
  runId: RunId;
  startedAtMs: number;
  optimizer: string;
  loss: number;
}

/** Runs in the order of their start, with one param, of four values, and one metric. */
export function makeSearchedRuns(count: number): SearchedRun[] {
  const fraction = randomFractions(7);
  return Array.from({ length: count }, (_, at) => {
    const startedAtMs = FIRST_START_MS + at * EVERY_MS;
    return {
      runId: idMadeAt(startedAtMs),
      startedAtMs,
      optimizer: SEARCHED.values[Math.floor(fraction() * SEARCHED.values.length)] ?? SEARCHED.wanted,
      loss: fraction(),
    };
  });
}

/** The id that a run has which was made then: a UUID of version 7 begins with the time. */
const idMadeAt = (timeMs: number): RunId =>
  RunId.parse(timeMs.toString(16).padStart(12, "0") + randomIds.uuid().slice(12));
