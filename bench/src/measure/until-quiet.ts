import { cpus } from "node:os";
import { setTimeout as delay } from "node:timers/promises";

const QUIET = 0.15;
const LOOK_FOR_MS = 2_000;
const PATIENCE_MS = 120_000;

/**
 * Waits until the machine has nearly nothing to do: a real `mlflow server` answers long before its workers have started,
 * and until they have, they keep both cores from whatever is measured. Goes on after two minutes, saying so.
 */
export async function untilQuiet(): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let busy = 1;
  while (Date.now() < deadline) {
    const before = coreTimes();
    await delay(LOOK_FOR_MS);
    const after = coreTimes();
    busy = 1 - (after.idle - before.idle) / (after.all - before.all);
    if (busy < QUIET) return;
  }
  console.warn(`the machine is ${Math.round(busy * 100)} % busy with something else`);
}

function coreTimes(): { idle: number; all: number } {
  const cores = cpus().map(({ times }) => times);
  const sum = (of: (times: (typeof cores)[number]) => number): number => cores.reduce((all, one) => all + of(one), 0);
  return {
    idle: sum(({ idle }) => idle),
    all: sum(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq),
  };
}
