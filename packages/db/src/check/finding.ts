import type { RunId } from "@assay/contract";

/** Something stored that is not what it should be. */
export interface Finding {
  runId: RunId;
  /** The metric's key, or what stands for it when it has no name; null where a run as a whole is meant. */
  key: string | null;
  /** Where: a chunk by the step it begins at, a frame, a summary. */
  place: string;
  what: string;
}

/** One line for a terminal or a log. */
export const findingLine = ({ runId, key, place, what }: Finding): string =>
  `run ${runId} key ${key === null ? "-" : JSON.stringify(key)} ${place}: ${what}`;
