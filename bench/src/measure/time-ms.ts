import { performance } from "node:perf_hooks";

/** How long it takes, in milliseconds. */
export async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
