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

export interface SearchedRun {
  runId: RunId;
  optimizer: string;
  loss: number;
}

/** Runs with one param, of four values, and one metric. */
export function makeSearchedRuns(count: number): SearchedRun[] {
  const fraction = randomFractions(7);
  return Array.from({ length: count }, () => ({
    runId: RunId.parse(randomIds.uuid()),
    optimizer: SEARCHED.values[Math.floor(fraction() * SEARCHED.values.length)] ?? SEARCHED.wanted,
    loss: fraction(),
  }));
}
