import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The processes that a process has started and that live. */
export function childProcesses(parent: number): number[] {
  return (process.platform === "linux" ? fromProc() : fromPs()).flatMap(([pid, ppid]) =>
    ppid === parent ? [pid] : [],
  );
}

function fromProc(): [pid: number, ppid: number][] {
  return readdirSync("/proc").flatMap((name): [number, number][] => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // `pid (name) state ppid …`, and a name may hold anything.
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      return [[Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])]];
    } catch {
      return [];
    }
  });
}

function fromPs(): [pid: number, ppid: number][] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line): [number, number][] => {
    const [pid, ppid] = line.trim().split(/\s+/).map(Number);
    return pid === undefined || ppid === undefined ? [] : [[pid, ppid]];
  });
}
