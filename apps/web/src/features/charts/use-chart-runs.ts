"use client";

import type { ChartRun } from "@assay/ui/chart";
import { useState } from "react";

/** The same array for as long as the same runs are meant, so that live values do not rebuild every chart. */
export function useChartRuns(runs: readonly ChartRun[]): readonly ChartRun[] {
  const [kept, setKept] = useState(runs);
  const isSame =
    kept.length === runs.length &&
    runs.every((run, index) => kept[index]?.id === run.id && kept[index].name === run.name);
  if (isSame) return kept;
  setKept(runs);
  return runs;
}
