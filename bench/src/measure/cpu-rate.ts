import { performance } from "node:perf_hooks";

/** How often one core does it in a second, after a warm-up. */
export function cpuRate(seconds: number, work: () => void): number {
  repeat(seconds / 5, work);
  return repeat(seconds, work);
}

function repeat(seconds: number, work: () => void): number {
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  let times = 0;
  while (performance.now() < end) {
    work();
    times += 1;
  }
  return times / ((performance.now() - begin) / 1_000);
}
