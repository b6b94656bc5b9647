import path from "node:path";
import type { Bench } from "./bench.ts";
import { MlflowLayout } from "./mlflow-layout/mlflow-layout.ts";
import { type OurHouse, openHouse } from "./ours/house.ts";

/** Our house and the peer's tables, each in a database of its own for as long as the work lasts. */
export async function withTargets<T>(
  { postgres, dataDir }: Bench,
  work: (house: OurHouse, mlflow: MlflowLayout) => Promise<T>,
): Promise<T> {
  const [ours, peer] = [await postgres.createDatabase("bench_ours"), await postgres.createDatabase("bench_mlflow")];
  const house = await openHouse(ours.url, path.join(dataDir, "ours"));
  const mlflow = await MlflowLayout.open(peer.url);
  try {
    return await work(house, mlflow);
  } finally {
    await house.close();
    await mlflow.close();
    await ours.drop();
    await peer.drop();
  }
}
