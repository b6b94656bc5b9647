import { RunId } from "@assay/contract";
import { Assay } from "@assay/sdk";
import { expect } from "vitest";
import { type IngestTarget, type MetricWriter, timeAt, valueAt } from "./metric-writer.ts";

export interface PointTally {
  acknowledged: number;
  readable: number;
  lost: number;
  duplicated: number;
}

/** So few steps that all of their points come raw, late ones included. */
const WINDOW = 1_800;

/** Reads every point of the writers by the door that charts use, and holds them against what was acknowledged. */
export async function tallyPoints(target: IngestTarget, writers: readonly MetricWriter[]): Promise<PointTally> {
  const tally: PointTally = { acknowledged: 0, readable: 0, lost: 0, duplicated: 0 };
  const read = await readSteps(target, writers);
  for (const { key, acknowledged } of writers) {
    const steps = read.get(key) ?? [];
    const seen = new Set(steps);
    tally.acknowledged += acknowledged.size;
    tally.readable += steps.length;
    tally.lost += [...acknowledged].filter((step) => !seen.has(step)).length;
    tally.duplicated += steps.length - seen.size;
  }
  return tally;
}

/** The one line that a fault test prints. */
export function printTally(
  what: string,
  rounds: number,
  { acknowledged, readable, lost, duplicated }: PointTally,
): void {
  const counts = `acknowledged ${acknowledged}, readable ${readable}, lost ${lost}, duplicated ${duplicated}`;
  console.log(`${what}: rounds ${rounds}, ${counts}`);
}

/** Every acknowledged point is there once, and no other. */
export const expectExact = ({ acknowledged, readable, lost, duplicated }: PointTally): void =>
  expect({ readable, lost, duplicated }).toEqual({ readable: acknowledged, lost: 0, duplicated: 0 });

/** Steps of each writer's points, in the order of the answers; each point must be what its step says. */
async function readSteps(target: IngestTarget, writers: readonly MetricWriter[]): Promise<Map<string, number[]>> {
  const { api } = new Assay({ url: target.url, token: target.token });
  const end = Math.max(...writers.flatMap(({ acknowledged }) => [...acknowledged].reduce((a, b) => Math.max(a, b), 0)));
  const keys = writers.map(({ key }) => key);
  const read = new Map<string, number[]>(keys.map((key) => [key, []]));
  // One window more, for points that nobody acknowledged.
  for (let from = 0; from <= end + WINDOW; from += WINDOW) {
    const window = { from, to: from + WINDOW - 0.25, maxPoints: 4_000 };
    const runIds = [RunId.parse(target.runId)];
    const found = await api.metric.series.query({ workspace: "team", project: "main", runIds, keys, ...window });
    for (const { key, steps, timesMs, values, isRaw } of found) {
      expect(isRaw).toBe(true);
      expect(timesMs).toEqual(steps.map(timeAt));
      expect(values).toEqual(steps.map(valueAt));
      const known = read.get(key);
      for (const step of steps) known?.push(step);
    }
  }
  return read;
}
