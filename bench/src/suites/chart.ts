import type { Bench } from "../bench.ts";
import { makeSeries } from "../data/make-series.ts";
import { expectCount } from "../measure/expect-count.ts";
import { interleaved } from "../measure/interleaved.ts";
import { timeMs } from "../measure/time-ms.ts";
import { MIN_MAX_SERIES, SAMPLED_SERIES } from "../mlflow-layout/queries.ts";
import { loadSeries } from "../ours/load-series.ts";
import { amount } from "../report/amount.ts";
import type { Measured } from "../report/row.ts";
import { withTargets } from "../with-targets.ts";

/** One chart over many runs, each brought down to the chart's width. */
export function chart(bench: Bench): Promise<Measured[]> {
  const { runs, points, buckets } = bench.sizes.chart;
  return withTargets(bench, async (house, mlflow) => {
    const projectId = house.ctx.project.id;
    const runIds = await house.newRuns(runs);
    const loaded = runIds.map((runId, at) => ({ runId, series: [makeSeries("loss", at + 1, points)] }));
    await loadSeries(house.loader, projectId, loaded);
    await mlflow.load(loaded);
    const key = loaded[0]?.series[0]?.key ?? "";
    const ours = async (): Promise<void> => {
      const read = await house.metrics.readDownsampled({ projectId, runIds, keys: [key], maxPoints: buckets });
      expectCount("series of ours", read.length, runs);
    };
    // Run by run: one statement over all of them takes twice as long.
    const minMax = async (): Promise<void> => {
      for (const runId of runIds) {
        const { rowCount } = await mlflow.pool.query({ ...MIN_MAX_SERIES, values: [runId, key, buckets] });
        expectCount("buckets of the peer", rowCount ?? 0, buckets);
      }
    };
    const sampled = async (): Promise<void> => {
      for (const runId of runIds) await mlflow.pool.query({ ...SAMPLED_SERIES, values: [runId, key, buckets] });
    };
    const ms = {
      ...(await interleaved(bench.passes, { ours: () => timeMs(ours) })),
      // Many seconds each at full size: once has to do.
      ...(await interleaved(1, { minMax: () => timeMs(minMax), sampled: () => timeMs(sampled) })),
    };
    const name = `1 chart: ${runs} runs × ${amount(points)} points → ${amount(buckets)} each`;
    return [
      {
        name,
        unit: "ms",
        ours: ms.ours,
        peer: { name: "MLflow layout, SQL min/max", value: ms.minMax },
        target: { ratio: 50, most: 200 },
      },
      { name, unit: "ms", ours: ms.ours, peer: { name: "MLflow's own sampling", value: ms.sampled } },
    ];
  });
}
