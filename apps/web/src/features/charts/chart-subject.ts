import type { ChartGroup, ChartRun, GroupStyle } from "@assay/ui/chart";

export interface RunGroup extends ChartGroup {
  runIds: readonly string[];
}

export interface RunsSubject {
  kind: "runs";
  runs: readonly ChartRun[];
}

export interface GroupsSubject {
  kind: "groups";
  groups: readonly RunGroup[];
  style: GroupStyle;
  /** What the groups leave out; null when they hold every run that matches. */
  limitNote: string | null;
}

/** What charts draw: a line for each run, or one for each group of runs. */
export type ChartSubject = RunsSubject | GroupsSubject;
