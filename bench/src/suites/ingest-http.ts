import path from "node:path";
import type { Bench } from "../bench.ts";
import { type OurServer, startAssay } from "../http/assay-server.ts";
import { startMlflow } from "../http/mlflow-server.ts";
import type { Target } from "../http/target.ts";
import { interleaved } from "../measure/interleaved.ts";
import type { Measured } from "../report/row.ts";
import { httpCells } from "./http-cells.ts";

/** The whole path of a request: authentication, validation, rate limits and durable commit. */
export async function ingestHttp(bench: Bench): Promise<Measured[]> {
  const { postgres, dataDir, python, sizes } = bench;
  const database = await postgres.createDatabase("bench_server");
  const peerDatabase = await postgres.createDatabase("bench_mlflow_server");
  const assay = await startAssay(database.url, path.join(dataDir, "server"), sizes.ingest.clients.many);
  const start = (bin: string) =>
    startMlflow(bin, peerDatabase.url, path.join(dataDir, "mlflow"), sizes.ingest.clients.many);
  const mlflow = python === undefined ? null : await start(python);
  try {
    return await measure(bench, assay, mlflow);
  } finally {
    await assay.stop();
    await mlflow?.stop();
    await database.drop();
    await peerDatabase.drop();
  }
}

async function measure(bench: Bench, assay: OurServer, mlflow: Target | null): Promise<Measured[]> {
  const cells = httpCells(bench.seconds, bench.sizes.ingest.clients.many);
  // What one process makes of a core is told before a worker takes its share of the machine.
  const path = await interleaved(bench.passes, {
    batch: () => cells.logBatch(assay),
    parseBatch: cells.parseBatch,
    dense: () => cells.dense(assay),
    parseDense: cells.parseDense,
  });
  await assay.startWorker();
  const rates = await interleaved(bench.passes, {
    batch: () => cells.logBatch(assay),
    metric: () => cells.logMetric(assay),
    denseStep: () => cells.denseStep(assay),
    batchPeer: async () => (mlflow === null ? Number.NaN : cells.logBatch(mlflow)),
    metricPeer: async () => (mlflow === null ? Number.NaN : cells.logMetric(mlflow)),
  });
  const unit = "requests/s" as const;
  const against = (value: number) => (mlflow === null ? {} : { peer: { name: mlflow.name, value } });
  return [
    {
      name: "HTTP: log-batch, 1,000 points, append only",
      unit,
      ours: path.batch,
      peer: { name: "one core: JSON.parse, group, encode", value: path.parseBatch },
      target: { ratio: 0.5 },
    },
    {
      name: "HTTP: dense JSON, 1,000 points, append only",
      unit,
      ours: path.dense,
      peer: { name: "one core: JSON.parse", value: path.parseDense },
      target: { ratio: 0.3 },
    },
    { name: "HTTP: dense JSON, 50 points", unit, ours: rates.denseStep },
    {
      name: "HTTP: log-batch, 1,000 points",
      unit,
      ours: rates.batch,
      ...against(rates.batchPeer),
      target: { ratio: 50 },
    },
    {
      name: "HTTP: log-metric, 1 point",
      unit,
      ours: rates.metric,
      ...against(rates.metricPeer),
      target: { ratio: 20 },
    },
  ];
}
