import { searchRuns } from "@assay/services";
import type { Bench } from "../bench.ts";
import { makeSteps } from "../data/make-steps.ts";
import { makeTimes } from "../data/make-times.ts";
import { makeValues } from "../data/value-kinds.ts";
import { expectCount } from "../measure/expect-count.ts";
import { interleaved } from "../measure/interleaved.ts";
import { timeMs } from "../measure/time-ms.ts";
import type { MlflowLayout } from "../mlflow-layout/mlflow-layout.ts";
import { LATEST_OF_RUNS } from "../mlflow-layout/queries.ts";
import type { OurHouse } from "../ours/house.ts";
import { loadSeries } from "../ours/load-series.ts";
import type { Measured } from "../report/row.ts";

/** Many runs with many metric columns: ours with any aggregate, the peer with the last value, all that it keeps. */
export async function runTable(bench: Bench, house: OurHouse, mlflow: MlflowLayout): Promise<Measured[]> {
  const { runs, keys, pointsPerKey } = bench.sizes.table;
  const { ctx } = house;
  const names = Array.from({ length: keys }, (_, at) => `metric_${at}`);
  const runIds = await house.newRuns(runs);
  const steps = makeSteps(pointsPerKey);
  const timesMs = makeTimes(1, pointsPerKey);
  const series = names.map((key, at) => ({ key, steps, timesMs, values: makeValues("noise", at, pointsPerKey) }));
  const loaded = runIds.map((runId) => ({ runId, series }));
  await loadSeries(house.loader, ctx.project.id, loaded);
  await house.pool.query("VACUUM ANALYZE");
  await mlflow.loadLatest(loaded);

  const columns = names.map((name) => `metrics.${name}.min`);
  const input = { filter: null, lifecycle: "active" as const, sort: [], columns, limit: runs };
  const ours = async (): Promise<void> => {
    const { items } = await searchRuns({ ctx, input });
    const filled = items.reduce((sum, { values }) => sum + Object.keys(values).length, 0);
    expectCount("values of ours", filled, runs * keys);
  };
  const peer = async (): Promise<void> => {
    const { rowCount } = await mlflow.pool.query({ ...LATEST_OF_RUNS, values: [runIds] });
    expectCount("rows of the peer", rowCount ?? 0, runs * keys);
  };
  const ms = await interleaved(bench.passes * 3, { ours: () => timeMs(ours), peer: () => timeMs(peer) });
  return [
    {
      name: `run table: ${runs} runs × ${keys} keys, one aggregate`,
      unit: "ms",
      ours: ms.ours,
      peer: { name: "MLflow layout, latest_metrics", value: ms.peer },
      target: { ratio: 5, most: 60 },
    },
  ];
}
