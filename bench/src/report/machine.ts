import os from "node:os";

export interface Machine {
  cpus: number;
  model: string;
  memoryGiB: number;
  /** Load averages of the last 1, 5 and 15 minutes, before the suite. */
  loadBefore: number[];
  node: string;
  postgres: string;
}

/** Where a suite runs, and how busy it was just before. */
export function machine(postgres: string): Machine {
  const cpus = os.cpus();
  return {
    cpus: cpus.length,
    model: cpus[0]?.model ?? "unknown",
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    loadBefore: os.loadavg().map((load) => Math.round(load * 100) / 100),
    node: process.version,
    postgres,
  };
}

export const machineText = ({ cpus, model, memoryGiB, loadBefore, node, postgres }: Machine): string =>
  `${cpus} × ${model}, ${memoryGiB} GiB, Node ${node}, PostgreSQL ${postgres}; load before: ${loadBefore.join(" ")}`;
