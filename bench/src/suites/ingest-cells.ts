import type { Bench } from "../bench.ts";
import { RequestSource } from "../data/request-source.ts";
import { closedLoop } from "../measure/closed-loop.ts";
import type { MlflowLayout } from "../mlflow-layout/mlflow-layout.ts";
import type { OurHouse } from "../ours/house.ts";
import type { RawCopy } from "../raw-copy/raw-copy.ts";

/**
 * One cell each: points/s of one target with requests of so many points from so many clients. Every client logs to
 * runs of its own, and every cell begins with empty tables.
 */
export function ingestCells(bench: Bench, house: OurHouse, mlflow: MlflowLayout, copy: RawCopy) {
  const { seconds } = bench;
  const projectId = house.ctx.project.id;
  const load = async (clients: number, request: (client: number) => Promise<number>): Promise<number> =>
    (await closedLoop({ clients, seconds, request })).pointsPerSecond;
  const ours = async (points: number, clients: number): Promise<number> => {
    const runIds = await house.newRuns(clients);
    const source = new RequestSource(points);
    return load(clients, async (client) => {
      const runId = runIds[client];
      if (runId === undefined) throw new Error("every client has a run");
      await house.metrics.append({ projectId, runId, series: source.next(client) });
      return points;
    });
  };
  return {
    async ours(points: number, clients: number): Promise<number> {
      const rate = await ours(points, clients);
      await house.empty();
      return rate;
    },
    /** The same while a worker process compacts what comes in. */
    async compacting(points: number, clients: number): Promise<number> {
      const rate = await house.withWorker(() => ours(points, clients));
      await house.empty();
      return rate;
    },
    async mlflow(points: number, clients: number): Promise<number> {
      const runIds = mlflow.newRuns(clients);
      const source = new RequestSource(points);
      const rate = await load(clients, async (client) => {
        await mlflow.append(runIds[client] ?? "", source.next(client));
        return points;
      });
      await mlflow.empty();
      return rate;
    },
    async copy(points: number, clients: number): Promise<number> {
      const request = copy.encode(points);
      const rate = await load(clients, async () => {
        await copy.append(request);
        return points;
      });
      await copy.empty();
      return rate;
    },
  };
}
