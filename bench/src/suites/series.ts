import type { RunId } from "@assay/contract";
import type { Bench } from "../bench.ts";
import { makeSeries } from "../data/make-series.ts";
import { expectCount } from "../measure/expect-count.ts";
import { interleaved } from "../measure/interleaved.ts";
import { timeMs } from "../measure/time-ms.ts";
import type { MlflowLayout } from "../mlflow-layout/mlflow-layout.ts";
import { MIN_MAX_SERIES, SAMPLED_SERIES, WHOLE_SERIES } from "../mlflow-layout/queries.ts";
import type { OurHouse } from "../ours/house.ts";
import { loadSeries } from "../ours/load-series.ts";
import { amount } from "../report/amount.ts";
import type { Measured } from "../report/row.ts";
import type { Sizes } from "../sizes.ts";
import { withTargets } from "../with-targets.ts";

/** One long series: all of its points, and brought down to a chart's width. */
export function series(bench: Bench): Promise<Measured[]> {
  const { whole, long, buckets } = bench.sizes.series;
  return withTargets(bench, async (house, mlflow) => {
    const [wholeRun, longRun] = await load(house, mlflow, bench.sizes.series);
    const ours = oursOn(house, bench.sizes.series);
    const peer = peerOn(mlflow, bench.sizes.series);
    const ms = {
      ...(await interleaved(bench.passes, {
        whole: () => timeMs(() => ours.whole(wholeRun)),
        wholePeer: () => timeMs(() => peer.whole(wholeRun)),
        shrunk: () => timeMs(() => ours.shrunk(longRun)),
      })),
      // Seconds to tens of seconds each at full size: once has to do.
      ...(await interleaved(1, {
        minMax: () => timeMs(() => peer.minMax(longRun)),
        sampled: () => timeMs(() => peer.sampled(longRun)),
      })),
    };
    const shrunk = {
      name: `1 series: ${amount(long)} points → ${amount(buckets)}`,
      unit: "ms",
      ours: ms.shrunk,
    } as const;
    return [
      {
        name: `1 series: ${amount(whole)} points, whole`,
        unit: "ms",
        ours: ms.whole,
        peer: { name: "MLflow layout, rows", value: ms.wholePeer },
        target: { ratio: 50 },
      },
      {
        ...shrunk,
        peer: { name: "MLflow layout, SQL min/max", value: ms.minMax },
        target: { ratio: 50, most: 150 },
      },
      { ...shrunk, peer: { name: "MLflow's own sampling", value: ms.sampled } },
    ];
  });
}

type SeriesSizes = Sizes["series"];

async function load(house: OurHouse, mlflow: MlflowLayout, { whole, long }: SeriesSizes): Promise<[RunId, RunId]> {
  const [wholeRun, longRun] = await house.newRuns(2);
  if (wholeRun === undefined || longRun === undefined) throw new Error("two runs were asked for");
  const runs = [
    { runId: wholeRun, series: [makeSeries("loss", 1, whole)] },
    { runId: longRun, series: [makeSeries("loss", 2, long)] },
  ];
  await loadSeries(house.loader, house.ctx.project.id, runs);
  await mlflow.load(runs);
  return [wholeRun, longRun];
}

const KEY = makeSeries("loss", 1, 1).key;

function oursOn({ metrics, ctx }: OurHouse, { whole, buckets }: SeriesSizes) {
  const one = (runId: RunId) => ({ projectId: ctx.project.id, runIds: [runId], keys: [KEY] });
  return {
    async whole(runId: RunId): Promise<void> {
      const [read] = await metrics.readRange(one(runId));
      expectCount("points of ours", read?.points.steps.length ?? 0, whole);
    },
    async shrunk(runId: RunId): Promise<void> {
      const [read] = await metrics.readDownsampled({ ...one(runId), maxPoints: buckets });
      expectCount("buckets of ours", Math.sign(read?.points.steps.length ?? 0), 1);
    },
  };
}

function peerOn({ pool }: MlflowLayout, { whole, buckets }: SeriesSizes) {
  const count = async (query: object, values: unknown[], expected: number): Promise<void> => {
    const { rowCount } = await pool.query({ text: "", ...query, values });
    expectCount("rows of the peer", rowCount ?? 0, expected);
  };
  return {
    whole: (runId: RunId) => count(WHOLE_SERIES, [runId, KEY], whole),
    minMax: (runId: RunId) => count(MIN_MAX_SERIES, [runId, KEY, buckets], buckets),
    sampled: (runId: RunId) => count(SAMPLED_SERIES, [runId, KEY, buckets], buckets),
  };
}
