import { type Explanation, REFUSAL } from "../explain.ts";

/** Of filters and orders. */
export const ALLOWED_OF_SEARCHES: readonly Explanation[] = [
  {
    cases: [
      "runs/search: metrics.loss < 0.5 OR metrics.acc > 0",
      "runs/search: NOT metrics.loss < 0.5",
      "runs/search: (metrics.loss < 0.5)",
    ],
    paths: REFUSAL,
    because: "OR, NOT and parentheses are allowed beyond what MLflow has.",
  },
  {
    cases: ["runs/search:    "],
    paths: REFUSAL,
    because: "A blank filter is none, as an empty one.",
  },
  {
    cases: ["runs/search: metrics.loss != 0.5"],
    paths: ["body.runs"],
    because: "NaN satisfies no comparison; MLflow compares the zero it keeps in place of it.",
  },
  {
    cases: [
      "runs/search: metrics.loss < 0.5 AND",
      "runs/search: AND metrics.loss < 0.5",
      "runs/search: metrics.loss < 0.5 AND AND metrics.acc > 0",
      "runs/search: metrics.loss < 0.5 metrics.acc > 0",
      "runs/search: metrics. < 5",
    ],
    paths: REFUSAL,
    because: "Half a filter is a mistake that is told, not guessed at.",
  },
  {
    cases: ["runs/search: order by metrics.loss, metrics.loss DESC"],
    paths: REFUSAL,
    because: "The same column twice is the caller's fault: 400, where MLflow fails with 500.",
  },
];
