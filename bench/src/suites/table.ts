import type { Bench } from "../bench.ts";
import type { Measured } from "../report/row.ts";
import { withTargets } from "../with-targets.ts";
import { runTable } from "./run-table.ts";
import { topRuns } from "./top-runs.ts";

/** What the table of runs asks for. */
export function table(bench: Bench): Promise<Measured[]> {
  return withTargets(bench, async (house, mlflow) => [
    ...(await runTable(bench, house, mlflow)),
    ...(await topRuns(bench, house, mlflow)),
  ]);
}
