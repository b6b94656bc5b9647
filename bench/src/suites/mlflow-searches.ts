import type { Bench } from "../bench.ts";
import { SEARCHED } from "../data/searched-runs.ts";
import { requestRate } from "../http/load.ts";
import { API, callMlflow } from "../http/mlflow-api.ts";
import { expectCount } from "../measure/expect-count.ts";
import { measurePairs, type Pairing } from "../measure/measure-pairs.ts";
import { clientsText } from "../report/clients-text.ts";
import type { Measured } from "../report/row.ts";
import type { Filled, Pair } from "./mlflow.ts";

const { metric, param, wanted } = SEARCHED;

const SEARCHES = [
  { what: "by attribute", filter: "attributes.status = 'FINISHED'", order_by: [] },
  { what: "by metric, ordered by it", filter: `metrics.${metric} < 0.9`, order_by: [`metrics.${metric} ASC`] },
  { what: "by param LIKE", filter: `params.${param} LIKE '${wanted.slice(0, 2)}%'`, order_by: [] },
];

/** The first page of a search among few, many and very many runs. */
export function mlflowSearches(bench: Bench, { ours, peer }: Pair): Promise<Measured[]> {
  const { page, clients } = bench.sizes.mlflow;
  const names = [...ours.experiments.keys()];
  const most = names.at(-1);
  const pairings = names.flatMap((name) =>
    SEARCHES.flatMap(({ what, ...search }) =>
      [1, clients].map((count): Pairing => {
        const rateOf = (filled: Filled) => () =>
          searchRate(bench, filled, count, { ...search, name, max_results: page });
        return {
          name: `search ${page} of ${name} ${what}, ${clientsText(count)}`,
          unit: "requests/s",
          ours: rateOf(ours),
          peer: peer === null ? null : { name: peer.target.name, measure: rateOf(peer) },
          ...(name === most ? { target: { ratio: 50 } } : {}),
        };
      }),
    ),
  );
  return measurePairs(bench.passes, pairings);
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
