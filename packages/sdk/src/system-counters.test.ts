import { expect, it } from "vitest";
import { parseDisks, parseNetwork } from "./system-counters.ts";
import { SystemSampler } from "./system-sampler.ts";

it("adds up what all interfaces but loopback received and sent", () => {
  const text = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo: 9999 1 0 0 0 0 0 0 9999 1 0 0 0 0 0 0
  eth0: 1000 5 0 0 0 0 0 0 200 5 0 0 0 0 0 0
  eth1:  500 5 0 0 0 0 0 0 30 5 0 0 0 0 0 0
`;
  expect(parseNetwork(text)).toEqual({ received: 1_500, sent: 230 });
});

it("counts whole disks and not their partitions again", () => {
  const text = `   8       0 sda 100 0 20 5 100 0 40 5 0 0 0
   8       1 sda1 100 0 20 5 100 0 40 5 0 0 0
 259       0 nvme0n1 1 0 2 0 1 0 4 0 0 0 0
   7       0 loop0 9 0 9 0 9 0 9 0 0 0 0
`;
  expect(parseDisks(text)).toEqual({ read: 22 * 512, written: 44 * 512 });
});

it("samples this machine under MLflow's names", async () => {
  const values = await (await SystemSampler.open()).sample();
  expect(Object.values(values).every(Number.isFinite)).toBe(true);
  expect(values["system/system_memory_usage_percentage"]).toBeGreaterThan(0);
  expect(values["system/system_memory_usage_percentage"]).toBeLessThanOrEqual(100);
  expect(values["system/disk_usage_megabytes"]).toBeGreaterThan(0);
});
