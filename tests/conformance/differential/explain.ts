import type { Difference } from "./compare.ts";

/** Says of some differences why they are there. `*` stands for anything, in cases and in paths. */
export interface Explanation {
  cases: readonly string[];
  paths: readonly string[];
  /** Only where MLflow says this. */
  mlflow?: unknown;
  /** Only where we say this. */
  assay?: unknown;
  /** One sentence: why ours is right, or what is wanted. */
  because: string;
}

/** Both what an answer says and the code in it. */
export const REFUSAL = ["status", "error_code"] as const;

/** What a list of explanations leaves unexplained, and what of it explains nothing. */
export function explain(found: readonly Difference[], list: readonly Explanation[]) {
  const used = new Set<string>();
  const rest = found.filter((difference) => {
    let isExplained = false;
    for (const [at, explanation] of list.entries()) {
      const { cases, paths } = explanation;
      if (!hasValues(explanation, difference)) continue;
      const byCase = cases.filter((pattern) => matches(pattern, difference.case));
      const byPath = paths.filter((pattern) => matches(pattern, difference.path));
      if (byCase.length === 0 || byPath.length === 0) continue;
      isExplained = true;
      for (const pattern of [...byCase, ...byPath]) used.add(`${at} ${pattern}`);
    }
    return !isExplained;
  });
  const idle = list.flatMap(({ cases, paths, because }, at) =>
    [...cases, ...paths].filter((pattern) => !used.has(`${at} ${pattern}`)).map((pattern) => `${pattern} (${because})`),
  );
  return { rest, idle };
}

function hasValues(explanation: Explanation, difference: Difference): boolean {
  return (["mlflow", "assay"] as const).every(
    (side) => !(side in explanation) || Object.is(explanation[side], difference[side]),
  );
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^]*")}$`).test(text);
}
