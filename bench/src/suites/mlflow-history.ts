import type { Bench } from "../bench.ts";
import { makeSeries } from "../data/make-series.ts";
import { API, callMlflow } from "../http/mlflow-api.ts";
import type { Target } from "../http/target.ts";
import { expectCount } from "../measure/expect-count.ts";
import { measurePairs, type Pairing } from "../measure/measure-pairs.ts";
import { timeOfClientsMs } from "../measure/time-of-clients-ms.ts";
import { fillSeries } from "../mlflow-server/fill-server.ts";
import { openPool } from "../postgres/open-pool.ts";
import { amount } from "../report/amount.ts";
import { clientsText } from "../report/clients-text.ts";
import type { Measured } from "../report/row.ts";
import type { Filled, Pair } from "./mlflow.ts";

/** What clients ask for in one page. */
const PAGE = 25_000;
/** MLflow's log-batch takes no more. */
const BATCH = 1_000;

/** Every point of one long series, page by page, as `get_metric_history` asks for it; until each client has them all. */
export async function mlflowHistory(bench: Bench, { ours, peer }: Pair): Promise<Measured[]> {
  const { history: count, clients } = bench.sizes.mlflow;
  const key = await logSeries(ours.target, count);
  if (peer !== null) await fillPeer(peer, count);
  const pairings = [1, clients].map((readers): Pairing => {
    const read = (target: Target) => () => timeOfClientsMs(readers, () => readAll(target, key, count));
    return {
      name: `get-history of ${amount(count)} points, ${clientsText(readers)}`,
      unit: "ms",
      ours: read(ours.target),
      peer: peer === null ? null : { name: peer.target.name, measure: read(peer.target) },
    };
  });
  return measurePairs(bench.passes, pairings);
}

async function logSeries(target: Target, count: number): Promise<string> {
  const { key, steps, timesMs, values } = makeSeries("loss", 1, count);
  for (let from = 0; from < count; from += BATCH) {
    const metrics = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => ({
      key,
      step: steps[from + at],
      timestamp: timesMs[from + at],
      value: values[from + at],
    }));
    await callMlflow(target, `${API}/runs/log-batch`, { run_id: target.runIds[0], metrics });
  }
  return key;
}

/** The peer would take minutes to log it. */
async function fillPeer({ target, databaseUrl }: Filled, count: number): Promise<void> {
  const pool = openPool(databaseUrl, 1);
  try {
    await fillSeries(pool, target.runIds[0] ?? "", makeSeries("loss", 1, count));
  } finally {
    await pool.end();
  }
}

async function readAll(target: Target, key: string, expected: number): Promise<void> {
  let read = 0;
  let token: string | undefined;
  do {
    const query = new URLSearchParams({ run_id: target.runIds[0] ?? "", metric_key: key, max_results: String(PAGE) });
    if (token !== undefined) query.set("page_token", token);
    const page = await callMlflow<{ metrics?: object[]; next_page_token?: string }>(
      target,
      `${API}/metrics/get-history?${query}`,
    );
    read += page.metrics?.length ?? 0;
    token = page.next_page_token === "" ? undefined : page.next_page_token;
  } while (token !== undefined);
  expectCount(`points of ${target.name}`, read, expected);
}
