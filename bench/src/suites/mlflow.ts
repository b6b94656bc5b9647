import path from "node:path";
import type { Bench } from "../bench.ts";
import { makeSearchedRuns, type SearchedRun } from "../data/searched-runs.ts";
import { startAssay } from "../http/assay-server.ts";
import { API, callMlflow, createExperiment } from "../http/mlflow-api.ts";
import { startMlflow } from "../http/mlflow-server.ts";
import type { Target } from "../http/target.ts";
import { untilQuiet } from "../measure/until-quiet.ts";
import { fillServer } from "../mlflow-server/fill-server.ts";
import { fillRuns } from "../ours/fill-runs.ts";
import { openHouse } from "../ours/house.ts";
import { openPool } from "../postgres/open-pool.ts";
import { amount } from "../report/amount.ts";
import type { Measured } from "../report/row.ts";
import { mlflowFiles } from "./mlflow-files.ts";
import { mlflowHistory } from "./mlflow-history.ts";
import { mlflowSearches } from "./mlflow-searches.ts";
import { mlflowWrites } from "./mlflow-writes.ts";

/** A server with experiments of so many runs each. */
export interface Filled {
  target: Target;
  databaseUrl: string;
  /** By name: the id of each experiment. */
  experiments: ReadonlyMap<string, string>;
}

export type Pair = { ours: Filled; peer: Filled | null };

/** The MLflow door, request by request, against a real `mlflow server` on the same PostgreSQL. */
export async function mlflow(bench: Bench): Promise<Measured[]> {
  const groups = new Map(bench.sizes.mlflow.runs.map((count) => [`${amount(count)} runs`, makeSearchedRuns(count)]));
  const [own, peers] = [
    await bench.postgres.createDatabase("bench_door"),
    await bench.postgres.createDatabase("bench_door_peer"),
  ];
  const ours = await openOurs(bench, own.url, groups);
  const peer = bench.python === undefined ? null : await openPeer(bench, bench.python, peers.url, groups);
  try {
    const pair = { ours, peer };
    await bench.postgres.settle();
    await untilQuiet();
    return [
      ...(await mlflowWrites(bench, pair)),
      ...(await mlflowSearches(bench, pair)),
      ...(await mlflowHistory(bench, pair)),
      ...(await mlflowFiles(bench, pair)),
    ];
  } finally {
    await ours.target.stop();
    await peer?.target.stop();
    await own.drop();
    await peers.drop();
  }
}

type Groups = ReadonlyMap<string, SearchedRun[]>;

async function openOurs(bench: Bench, url: string, groups: Groups): Promise<Filled> {
  const dataDir = path.join(bench.dataDir, "ours");
  const house = await openHouse(url, dataDir);
  try {
    for (const [name, runs] of groups) await fillRuns(house, runs, name);
  } finally {
    await house.close();
  }
  const target = await startAssay(url, dataDir, bench.sizes.mlflow.clients);
  await target.startWorker();
  const experiments = new Map<string, string>();
  for (const name of groups.keys()) experiments.set(name, await experimentId(target, name));
  return { target, databaseUrl: url, experiments };
}

async function experimentId(target: Target, name: string): Promise<string> {
  const query = new URLSearchParams({ experiment_name: name });
  const { experiment } = await callMlflow<{ experiment: { experiment_id: string } }>(
    target,
    `${API}/experiments/get-by-name?${query}`,
  );
  return experiment.experiment_id;
}

async function openPeer(bench: Bench, python: string, url: string, groups: Groups): Promise<Filled> {
  const target = await startMlflow(python, url, path.join(bench.dataDir, "peer"), bench.sizes.mlflow.clients);
  const pool = openPool(url, 1);
  try {
    const experiments = new Map<string, string>();
    for (const [name, runs] of groups) {
      const id = await createExperiment(target, name);
      await fillServer(pool, id, runs);
      experiments.set(name, id);
    }
    return { target, databaseUrl: url, experiments };
  } finally {
    await pool.end();
  }
}
