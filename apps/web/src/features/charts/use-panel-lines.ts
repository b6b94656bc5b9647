"use client";

import type { GroupStyle } from "@assay/ui/chart";
import type { ChartSubject } from "./chart-subject.ts";
import { useGroupLines } from "./use-group-lines.ts";
import { type LinesRequest, useRunLines } from "./use-run-lines.ts";

const NONE: readonly never[] = [];
const PLAIN: GroupStyle = { centre: "mean", band: "none" };

/** The lines of one panel, of runs or of groups, and the state of their fetching. */
export function usePanelLines(subject: ChartSubject, request: LinesRequest) {
  const isRuns = subject.kind === "runs";
  const ofRuns = useRunLines(isRuns ? subject.runs : NONE, request);
  const ofGroups = useGroupLines(isRuns ? NONE : subject.groups, isRuns ? PLAIN : subject.style, request);
  return isRuns ? ofRuns : ofGroups;
}
