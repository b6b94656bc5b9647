import type { Bench } from "../bench.ts";
import { makeKeyMix } from "../data/key-mix.ts";
import { makeSteps } from "../data/make-steps.ts";
import { makeTimes } from "../data/make-times.ts";
import { makeValues } from "../data/value-kinds.ts";
import type { MlflowLayout, RunColumns } from "../mlflow-layout/mlflow-layout.ts";
import { emptyMetrics } from "../ours/empty-metrics.ts";
import type { OurHouse } from "../ours/house.ts";
import { loadSeries, type RunSeries } from "../ours/load-series.ts";
import { tableBytes, totalBytes } from "../postgres/table-bytes.ts";
import { amount } from "../report/amount.ts";
import type { Measured } from "../report/row.ts";
import { withTargets } from "../with-targets.ts";

/** Bytes on disk for a point at rest: indexes, pyramid, summaries and TOAST included on both sides. */
export function storage(bench: Bench): Promise<Measured[]> {
  const { steps, tinyRuns, tinyKeys, tinyPoints } = bench.sizes.storage;
  return withTargets(bench, async (house, mlflow) => {
    const [mixRun] = await house.newRuns(1);
    const mix = mixRun === undefined ? [] : [{ runId: mixRun, series: makeKeyMix(steps) }];
    const mixed = await bytesPerPoint(house, mlflow, mix);
    await emptyMetrics(house.pool);
    await mlflow.dropPacked();
    const tiny = (await house.newRuns(tinyRuns)).map((runId) => ({ runId, series: tinySeries(tinyKeys, tinyPoints) }));
    const small = await bytesPerPoint(house, mlflow, tiny);
    return [
      {
        name: `50-key mix × ${amount(steps)} steps`,
        unit: "B/point",
        ...mixed,
        target: { ratio: 45, most: 8 },
      },
      { name: `${tinyRuns} runs × ${tinyKeys} keys × ${tinyPoints} points`, unit: "B/point", ...small },
    ];
  });
}

function tinySeries(keys: number, points: number): RunSeries["series"] {
  const steps = makeSteps(points);
  const timesMs = makeTimes(1, points);
  return Array.from({ length: keys }, (_, at) => ({
    key: `eval/task_${at}/loss`,
    steps,
    timesMs,
    values: makeValues("loss", at, points),
  }));
}

async function bytesPerPoint(house: OurHouse, mlflow: MlflowLayout, runs: readonly (RunSeries & RunColumns)[]) {
  const points = runs.reduce(
    (sum, { series }) => sum + series.reduce((count, { steps }) => count + steps.length, 0),
    0,
  );
  await loadSeries(house.loader, house.ctx.project.id, runs);
  await house.pool.query("VACUUM ANALYZE");
  const tables = await tableBytes(house.pool, "metric\\_%");
  for (const [name, bytes] of await tableBytes(house.pool, "run\\_summary")) tables.set(name, bytes);
  await mlflow.load(runs);
  const peerBytes = totalBytes(await tableBytes(mlflow.pool, "metrics"));
  return {
    ours: totalBytes(tables) / points,
    peer: { name: "MLflow layout, packed", value: peerBytes / points },
    note: sharesText(tables, points),
  };
}

/** Which table holds how many of the bytes, the largest first. */
function sharesText(tables: ReadonlyMap<string, number>, points: number): string {
  return [...tables]
    .sort(([, a], [, b]) => b - a)
    .filter(([, bytes]) => bytes / points >= 0.005)
    .map(([name, bytes]) => `${name} ${amount(bytes / points)}`)
    .join(", ");
}
