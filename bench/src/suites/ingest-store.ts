import type { Bench } from "../bench.ts";
import { interleaved } from "../measure/interleaved.ts";
import { RawCopy } from "../raw-copy/raw-copy.ts";
import { amount } from "../report/amount.ts";
import type { Measured } from "../report/row.ts";
import { withTargets } from "../with-targets.ts";
import { ingestCells } from "./ingest-cells.ts";

/** Appending to the store without HTTP, against rows in MLflow's layout and against raw COPY, in the same process. */
export function ingestStore(bench: Bench): Promise<Measured[]> {
  return withTargets(bench, async (house, mlflow) => {
    await mlflow.createIndexes();
    const copied = await bench.postgres.createDatabase("bench_copy");
    const copy = await RawCopy.open(copied.url);
    try {
      return rowsOf(await measure(bench, ingestCells(bench, house, mlflow, copy)), bench);
    } finally {
      await copy.close();
      await copied.drop();
    }
  });
}

function measure(bench: Bench, { ours, compacting, mlflow, copy }: ReturnType<typeof ingestCells>) {
  const { small, batch, large } = bench.sizes.ingest.requestPoints;
  const { few, many } = bench.sizes.ingest.clients;
  return interleaved(bench.passes, {
    small: () => ours(small, many),
    compacting: () => compacting(small, many),
    smallMlflowFew: () => mlflow(small, few),
    smallMlflowMany: () => mlflow(small, many),
    smallCopyFew: () => copy(small, few),
    smallCopyMany: () => copy(small, many),
    batch: () => ours(batch, few),
    batchMlflowFew: () => mlflow(batch, few),
    batchMlflowMany: () => mlflow(batch, many),
    batchCopy: () => copy(batch, few),
    large: () => ours(large, few),
    largeMlflow: () => mlflow(large, few),
    largeCopy: () => copy(large, few),
  });
}

function rowsOf(rates: Awaited<ReturnType<typeof measure>>, bench: Bench): Measured[] {
  const { small, batch, large } = bench.sizes.ingest.requestPoints;
  const { few, many } = bench.sizes.ingest.clients;
  const unit = "points/s" as const;
  const best = (ofFew: number, ofMany: number) =>
    ofFew >= ofMany
      ? { name: `MLflow layout, ${few} clients`, value: ofFew }
      : { name: `MLflow layout, ${many} clients`, value: ofMany };
  const raw = (value: number) => ({ name: "raw COPY, no index", value });
  const smallPeer = best(rates.smallMlflowFew, rates.smallMlflowMany);
  const of = (points: number, clients: number, what = "") =>
    `store: ${amount(points)} points/request, ${clients} clients${what}`;
  return [
    { name: of(small, many, ", append only"), unit, ours: rates.small, peer: smallPeer, target: { ratio: 25 } },
    { name: of(small, many, ", compacting"), unit, ours: rates.compacting, peer: smallPeer, target: { ratio: 15 } },
    {
      name: of(small, many, ", compacting"),
      unit,
      ours: rates.compacting,
      peer: { name: "ours, append only", value: rates.small },
      target: { ratio: 0.5 },
    },
    {
      name: of(small, many, ", append only"),
      unit,
      ours: rates.small,
      peer: raw(Math.max(rates.smallCopyFew, rates.smallCopyMany)),
      target: { ratio: 2 },
    },
    {
      name: of(batch, few),
      unit,
      ours: rates.batch,
      peer: best(rates.batchMlflowFew, rates.batchMlflowMany),
      target: { ratio: 30 },
    },
    { name: of(batch, few), unit, ours: rates.batch, peer: raw(rates.batchCopy), target: { ratio: 2 } },
    {
      name: of(large, few),
      unit,
      ours: rates.large,
      peer: { name: `MLflow layout, ${few} clients`, value: rates.largeMlflow },
      target: { ratio: 60 },
    },
    { name: of(large, few), unit, ours: rates.large, peer: raw(rates.largeCopy), target: { ratio: 2 } },
  ];
}
