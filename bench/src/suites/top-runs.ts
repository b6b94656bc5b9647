import { searchRuns } from "@assay/services";
import type { Bench } from "../bench.ts";
import { makeSearchedRuns, SEARCHED } from "../data/searched-runs.ts";
import { expectCount } from "../measure/expect-count.ts";
import { interleaved } from "../measure/interleaved.ts";
import { timeMs } from "../measure/time-ms.ts";
import type { MlflowLayout } from "../mlflow-layout/mlflow-layout.ts";
import { TOP_RUNS } from "../mlflow-layout/queries.ts";
import { fillRuns } from "../ours/fill-runs.ts";
import type { OurHouse } from "../ours/house.ts";
import { amount } from "../report/amount.ts";
import type { Measured } from "../report/row.ts";

/** The best runs by one metric among very many, with one value of a param: through the verb that every door uses. */
export async function topRuns(bench: Bench, house: OurHouse, mlflow: MlflowLayout): Promise<Measured[]> {
  const { searched, top } = bench.sizes.table;
  const runs = makeSearchedRuns(searched);
  await fillRuns(house, runs);
  await mlflow.loadRuns(runs);
  const input = {
    filter: `params.${SEARCHED.param} = '${SEARCHED.wanted}'`,
    lifecycle: "active" as const,
    sort: [{ column: `metrics.${SEARCHED.metric}.min`, direction: "asc" as const }],
    columns: [`metrics.${SEARCHED.metric}.min`, `params.${SEARCHED.param}`],
    limit: top,
  };
  const ours = async (): Promise<void> => {
    const { items } = await searchRuns({ ctx: house.ctx, input });
    expectCount(
      "runs of ours",
      items.filter(({ values }) => values[input.columns[1] ?? ""] === SEARCHED.wanted).length,
      top,
    );
  };
  const peer = async (): Promise<void> => {
    const values = [SEARCHED.metric, SEARCHED.param, SEARCHED.wanted, top];
    const { rowCount } = await mlflow.pool.query({ ...TOP_RUNS, values });
    expectCount("runs of the peer", rowCount ?? 0, top);
  };
  const ms = await interleaved(bench.passes * 3, { ours: () => timeMs(ours), peer: () => timeMs(peer) });
  return [
    {
      name: `top ${top} of ${amount(searched)} runs by a metric's minimum, one param filtered`,
      unit: "ms",
      ours: ms.ours,
      peer: { name: "MLflow's search, last value", value: ms.peer },
      target: { most: 50 },
    },
  ];
}
