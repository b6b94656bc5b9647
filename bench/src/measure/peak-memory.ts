import { readdir, readFile } from "node:fs/promises";

const EVERY_MS = 50;
const MEGABYTE = 1_024;

/** By how many MiB a process and all its children grow at most while the work is done. Linux only: reads /proc. */
export async function peakGrowth(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = await residentMiB(pid);
  let peak = before;
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await residentMiB(pid));
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  try {
    await work();
  } finally {
    isDone = true;
    await watching;
  }
  return peak - before;
}

async function residentMiB(root: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    if (/^\d+$/.test(name)) parents.set(Number(name), await parentOf(Number(name)));
  }
  let sum = 0;
  for (const pid of parents.keys()) if (isWithin(pid, root, parents)) sum += await residentOf(pid);
  return sum;
}

function isWithin(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 0; at = parents.get(at)) if (at === root) return true;
  return false;
}

/** A process may end while it is looked at. */
const statusOf = (pid: number): Promise<string> => readFile(`/proc/${pid}/status`, "utf8").catch(() => "");

const parentOf = async (pid: number): Promise<number> => Number(/^PPid:\s+(\d+)/m.exec(await statusOf(pid))?.[1] ?? 0);

const residentOf = async (pid: number): Promise<number> =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(await statusOf(pid))?.[1] ?? 0) / MEGABYTE;
