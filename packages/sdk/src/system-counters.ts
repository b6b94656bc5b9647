import { readFile } from "node:fs/promises";
import os from "node:os";

/** What only ever grows; differences of two readings say what happened in between. */
export interface SystemCounters {
  atMs: number;
  /** Milliseconds of all cores together. */
  cpuBusyMs: number;
  cpuTotalMs: number;
  processCpuMs: number;
  /** Bytes; null where the system does not tell. */
  network: { received: number; sent: number } | null;
  disk: { read: number; written: number } | null;
}

/** A disk as a whole; its partitions would be counted twice. */
const WHOLE_DISK = /^([shv]d[a-z]+|xvd[a-z]+|nvme\d+n\d+|mmcblk\d+)$/;
const SECTOR_BYTES = 512;

export async function readCounters(): Promise<SystemCounters> {
  const times = os.cpus().map((cpu) => cpu.times);
  const cpuTotalMs = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0);
  const { user, system } = process.cpuUsage();
  return {
    atMs: Date.now(),
    cpuBusyMs: cpuTotalMs - times.reduce((sum, { idle }) => sum + idle, 0),
    cpuTotalMs,
    processCpuMs: (user + system) / 1_000,
    network: parseNetwork(await procFile("/proc/net/dev")),
    disk: parseDisks(await procFile("/proc/diskstats")),
  };
}

const procFile = (path: string): Promise<string | null> => readFile(path, "utf8").catch(() => null);

/** Bytes received and sent by every interface but loopback. */
export function parseNetwork(text: string | null): SystemCounters["network"] {
  if (text === null) return null;
  const rows = [...text.matchAll(/^\s*([^\s:]+):\s*(.+)$/gm)].filter(([, name]) => name !== "lo");
  const column = (at: number) => rows.reduce((sum, [, , rest = ""]) => sum + Number(rest.split(/\s+/)[at] ?? 0), 0);
  return { received: column(0), sent: column(8) };
}

/** Bytes read from and written to whole disks. */
export function parseDisks(text: string | null): SystemCounters["disk"] {
  if (text === null) return null;
  const rows = text
    .split("\n")
    .map((row) => row.trim().split(/\s+/))
    .filter((row) => WHOLE_DISK.test(row[2] ?? ""));
  const bytes = (at: number) => rows.reduce((sum, row) => sum + Number(row[at] ?? 0) * SECTOR_BYTES, 0);
  return { read: bytes(5), written: bytes(9) };
}
