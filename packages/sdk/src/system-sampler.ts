import { statfs } from "node:fs/promises";
import os from "node:os";
import { readCounters, type SystemCounters } from "./system-counters.ts";

/** Decimal, as MLflow's system metrics are. */
const MEGABYTE = 1_000_000;

/** Reads what the machine and the process are doing, under the names MLflow uses where it has one. */
export class SystemSampler {
  private readonly first: SystemCounters;
  private before: SystemCounters;

  private constructor(first: SystemCounters) {
    this.first = first;
    this.before = first;
  }

  static async open(): Promise<SystemSampler> {
    return new SystemSampler(await readCounters());
  }

  /** Values by metric key; percentages are over the time since the sample before. */
  async sample(): Promise<Record<string, number>> {
    const [now, disk] = [await readCounters(), await diskSpace()];
    const values = { ...processorUse(this.before, now), ...memoryUse(), ...disk, ...traffic(this.first, now) };
    this.before = now;
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [`system/${name}`, value]));
  }
}

function processorUse(before: SystemCounters, now: SystemCounters): Record<string, number> {
  const totalMs = now.cpuTotalMs - before.cpuTotalMs;
  const elapsedMs = now.atMs - before.atMs;
  const load = os.loadavg()[0] ?? 0;
  return {
    ...(totalMs > 0 && { cpu_utilization_percentage: (100 * (now.cpuBusyMs - before.cpuBusyMs)) / totalMs }),
    ...(elapsedMs > 0 && {
      process_cpu_utilization_percentage: (100 * (now.processCpuMs - before.processCpuMs)) / elapsedMs,
    }),
    ...(process.platform !== "win32" && { load_average_1m: load }),
  };
}

function memoryUse(): Record<string, number> {
  const used = os.totalmem() - os.freemem();
  return {
    system_memory_usage_megabytes: used / MEGABYTE,
    system_memory_usage_percentage: (100 * used) / os.totalmem(),
    process_memory_usage_megabytes: process.memoryUsage.rss() / MEGABYTE,
  };
}

/** Of the disk that the working directory is on. */
async function diskSpace(): Promise<Record<string, number>> {
  const disk = await statfs(process.cwd()).catch(() => null);
  if (disk === null || disk.blocks === 0) return {};
  const used = disk.blocks - disk.bfree;
  return {
    disk_usage_megabytes: (used * disk.bsize) / MEGABYTE,
    disk_available_megabytes: (disk.bavail * disk.bsize) / MEGABYTE,
    disk_usage_percentage: (100 * used) / disk.blocks,
  };
}

/** Since the sampler was opened. */
function traffic(first: SystemCounters, now: SystemCounters): Record<string, number> {
  const values: Record<string, number> = {};
  if (first.network !== null && now.network !== null) {
    values.network_receive_megabytes = (now.network.received - first.network.received) / MEGABYTE;
    values.network_transmit_megabytes = (now.network.sent - first.network.sent) / MEGABYTE;
  }
  if (first.disk !== null && now.disk !== null) {
    values.disk_read_megabytes = (now.disk.read - first.disk.read) / MEGABYTE;
    values.disk_write_megabytes = (now.disk.written - first.disk.written) / MEGABYTE;
  }
  return values;
}
