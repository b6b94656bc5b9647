import type { Bench } from "../bench.ts";
import { type Bodies, createRunBodies, logBatchBodies, logMetricBodies, logParameterBodies } from "../http/bodies.ts";
import { requestRate } from "../http/load.ts";
import { API } from "../http/mlflow-api.ts";
import type { Target } from "../http/target.ts";
import { measurePairs, type Pairing } from "../measure/measure-pairs.ts";
import { amount } from "../report/amount.ts";
import { clientsText } from "../report/clients-text.ts";
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
export function mlflowWrites(bench: Bench, { ours, peer }: Pair): Promise<Measured[]> {
  const { clients } = bench.sizes.mlflow;
  const pairings = writes(bench).flatMap(({ what, route, bodies, goal }) =>
    [1, clients].map((count): Pairing => {
      // Bodies go on where the last pass ended: a point sent again would be no work.
      const rateOf = (target: Target) => {
        const body = bodies(target.runIds);
        return () =>
          requestRate({
            url: target.url,
            paths: [`${API}/${route}`],
            headers: target.headers,
            body,
            clients: count,
            seconds: bench.seconds,
            mayRefuse: target.isPeer,
          });
      };
      return {
        name: `${what}, ${clientsText(count)}`,
        unit: "requests/s",
        ours: rateOf(ours.target),
        peer: peer === null ? null : { name: peer.target.name, measure: rateOf(peer.target) },
        ...(goal === undefined ? {} : { target: goal }),
      };
    }),
  );
  return measurePairs(bench.passes, pairings);
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
