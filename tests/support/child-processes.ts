import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The processes that a process has started and that live. */
export function childProcesses(parent: number): number[] {
  return (process.platform === "linux" ? fromProc() : fromPs()).flatMap(([pid, ppid]) =>
    ppid === parent ? [pid] : [],
  );
}

/** Whether a process still holds anything: one that nobody has asked about since its end is as good as gone. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
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
