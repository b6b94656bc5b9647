import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import path from "node:path";
import { errorCode } from "./error-code.ts";

/** Whether a process with this number exists (even one that belongs to somebody else). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

const ps = (pid: number, column: string) =>
  spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";

/** A token that differs between two processes that got the same number one after the other; undefined when it is gone. */
export function startToken(pid: number): string | undefined {
  if (process.platform !== "linux") return ps(pid, "lstart") || undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name, in parentheses, may hold spaces; the start time is field 22, the 20th after it.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : rest[18];
  } catch {
    return undefined;
  }
}

/** Whether a live process is the PostgreSQL server of exactly this cluster: numbers are reused, so a number proves nothing. */
export function isPostmasterOf({ pid, pgData }: { pid: number; pgData: string }): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return ps(pid, "command").includes(pgData);
  try {
    const name = readFileSync(`/proc/${pid}/comm`, "utf8").trim();
    return name === "postgres" && path.resolve(readlinkSync(`/proc/${pid}/cwd`)) === pgData;
  } catch {
    return false;
  }
}
