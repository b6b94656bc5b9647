import type { Bench } from "../bench.ts";
import { type Bodies, createRunBodies, logBatchBodies, logMetricBodies, logParameterBodies } from "../http/bodies.ts";
import { requestRate } from "../http/load.ts";
import { API } from "../http/mlflow-api.ts";
import type { Target } from "../http/target.ts";
import { interleaved } from "../measure/interleaved.ts";
import { amount } from "../report/amount.ts";
import type { Target as Goal, Measured } from "../report/row.ts";
import type { Pair } from "./mlflow.ts";

interface Write {
  what: string;
  route: string;
  bodies: Bodies;
  goal?: Goal;
}

const SINGLE: Goal = { ratio: 20 };

/** Requests a second of every write that a script sends, from one client and from many. */
export async function mlflowWrites(bench: Bench, { ours, peer }: Pair): Promise<Measured[]> {
  const { clients } = bench.sizes.mlflow;
  const rows: Measured[] = [];
  for (const write of writes(bench)) {
    for (const count of [1, clients]) {
      const rate = (target: Target, body: () => string) =>
        requestRate({
          url: target.url,
          paths: [`${API}/${write.route}`],
          headers: target.headers,
          body,
          clients: count,
          seconds: bench.seconds,
          mayRefuse: target.isPeer,
        });
      // Bodies go on where the last pass ended: a point sent again would be no work.
      const [ownBody, peerBody] = [write.bodies(ours.target.runIds), write.bodies(peer?.target.runIds ?? [])];
      const rates = await interleaved(bench.passes, {
        ours: () => rate(ours.target, ownBody),
        peer: async () => (peer === null ? Number.NaN : rate(peer.target, peerBody)),
      });
      rows.push({
        name: `${write.what}, ${amount(count)} ${count === 1 ? "client" : "clients"}`,
        unit: "requests/s",
        ours: rates.ours,
        ...(peer === null ? {} : { peer: { name: peer.target.name, value: rates.peer } }),
        ...(write.goal === undefined ? {} : { target: write.goal }),
      });
    }
  }
  return rows;
}

/** Each with numbers of its own, so that none sends what another has sent. */
function writes({ sizes }: Bench): Write[] {
  const batch = (points: number, goal?: Goal): Write => ({
    what: `log-batch, ${amount(points)} points`,
    route: "runs/log-batch",
    bodies: logBatchBodies(Math.max(1, points / 50), Math.min(50, points)),
    ...(goal === undefined ? {} : { goal }),
  });
  const [small = 10, middle = 100, large = 1_000] = sizes.mlflow.batches;
  return [
    { what: "log-metric", route: "runs/log-metric", bodies: logMetricBodies(), goal: SINGLE },
    { what: "log-parameter", route: "runs/log-parameter", bodies: logParameterBodies(), goal: SINGLE },
    { what: "create run", route: "runs/create", bodies: createRunBodies(), goal: SINGLE },
    batch(small),
    batch(middle),
    batch(large, { ratio: 50 }),
  ];
}
