import type { Bench } from "../bench.ts";
import { SEARCHED } from "../data/searched-runs.ts";
import { requestRate } from "../http/load.ts";
import { API, callMlflow } from "../http/mlflow-api.ts";
import { expectCount } from "../measure/expect-count.ts";
import { interleaved } from "../measure/interleaved.ts";
import type { Measured } from "../report/row.ts";
import type { Filled, Pair } from "./mlflow.ts";

const { metric, param, wanted } = SEARCHED;

const SEARCHES = [
  { what: "by attribute", filter: "attributes.status = 'FINISHED'", order_by: [] },
  { what: "by metric, ordered by it", filter: `metrics.${metric} < 0.9`, order_by: [`metrics.${metric} ASC`] },
  { what: "by param LIKE", filter: `params.${param} LIKE '${wanted.slice(0, 2)}%'`, order_by: [] },
];

/** The first page of a search among few, many and very many runs. */
export async function mlflowSearches(bench: Bench, pair: Pair): Promise<Measured[]> {
  const names = [...pair.ours.experiments.keys()];
  const most = names.at(-1);
  const rows: Measured[] = [];
  for (const name of names) {
    const goal = name === most ? { target: { ratio: 50 } } : {};
    for (const search of SEARCHES) {
      const counts = name === most ? [1, bench.sizes.mlflow.clients] : [1];
      for (const clients of counts)
        rows.push({ ...(await measure(bench, pair, { ...search, name, clients })), ...goal });
    }
  }
  return rows;
}

async function measure(
  bench: Bench,
  { ours, peer }: Pair,
  { what, clients, ...search }: (typeof SEARCHES)[number] & { name: string; clients: number },
): Promise<Measured> {
  const { page } = bench.sizes.mlflow;
  const rate = (filled: Filled) => searchRate(bench, filled, clients, { ...search, max_results: page });
  const rates = await interleaved(bench.passes, {
    ours: () => rate(ours),
    peer: async () => (peer === null ? Number.NaN : rate(peer)),
  });
  return {
    name: `search ${page} of ${search.name} ${what}, ${clients} ${clients === 1 ? "client" : "clients"}`,
    unit: "requests/s",
    ours: rates.ours,
    ...(peer === null ? {} : { peer: { name: peer.target.name, value: rates.peer } }),
  };
}

interface Search {
  name: string;
  filter: string;
  order_by: string[];
  max_results: number;
}

async function searchRate(
  { seconds }: Bench,
  { target, experiments }: Filled,
  clients: number,
  { name, ...search }: Search,
): Promise<number> {
  const body = { experiment_ids: [experiments.get(name) ?? ""], ...search };
  const { runs = [] } = await callMlflow<{ runs?: object[] }>(target, `${API}/runs/search`, body);
  expectCount(`runs of ${target.name}`, runs.length, search.max_results);
  const text = JSON.stringify(body);
  const { url, headers, isPeer } = target;
  const paths = [`${API}/runs/search`];
  return requestRate({ url, paths, headers, body: () => text, clients, seconds, mayRefuse: isPeer });
}
