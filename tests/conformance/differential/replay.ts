import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestHouse } from "../../support/house.ts";
import { startMlflowServer } from "../../support/mlflow-server.ts";
import type { Case } from "./case.ts";
import { type Difference, differences } from "./compare.ts";
import { Normaliser } from "./normalise.ts";
import { type Peer, send } from "./peer.ts";

/** One worker and no background jobs: nothing here asks for them, and they take half a gigabyte. */
const SMALL = { MLFLOW_SERVER_ENABLE_JOB_EXECUTION: "false", MLFLOW_DISABLE_TELEMETRY: "true", DO_NOT_TRACK: "true" };

/**
 * Sends every case to a real MLflow server and to a house, one after the other, and tells in what the answers differ.
 * MLflow keeps its data in SQLite, its own default; that one orders texts as our databases do, by their bytes.
 */
export async function replay(python: string, house: TestHouse, cases: readonly Case[]): Promise<Difference[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "assay-differential-"));
  const backendStoreUri = `sqlite:///${path.join(dataDir, "mlflow.db")}`;
  const server = await startMlflowServer({ python, backendStoreUri, dataDir, workers: 1, env: SMALL });
  try {
    const mlflow: Peer = { name: "mlflow", url: server.url, headers: {}, kept: new Map() };
    const headers = { authorization: `Bearer ${await strongToken(house)}` };
    const assay: Peer = { name: "assay", url: house.url, headers, kept: new Map() };
    const since = Date.now() - 60_000;
    const theirs = new Normaliser(since);
    const ours = new Normaliser(since);
    const found: Difference[] = [];
    for (const one of cases) {
      const [fromMlflow, fromAssay] = await Promise.all([send(mlflow, one), send(assay, one)]);
      found.push(...differences(one.name, theirs.plain(fromMlflow), ours.plain(fromAssay)));
    }
    return found;
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** MLflow lets everybody do everything: deleting models needs more than an editor here. */
async function strongToken(house: TestHouse): Promise<string> {
  return house.tokenOf(await house.person("replayer", "admin"), { scopes: ["read", "ingest", "registry", "admin"] });
}
