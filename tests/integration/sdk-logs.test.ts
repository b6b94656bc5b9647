import type { RunId } from "@assay/contract";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" } as const;

const linesOf = async (runId: RunId): Promise<string[]> => {
  const { lines } = await open()
    .client()
    .api.log.read.query({ ...SCOPE, runId, limit: 1_000 });
  return lines.map(({ stream, text }) => `${stream}: ${text}`);
};

it("keeps what a program prints with its run, and no longer once the run is finished", async () => {
  const run = await open().client().createRun({ source: {}, captureConsole: true });
  process.stdout.write("epoch 1 ");
  process.stdout.write("loss 0.5\nepoch 2");
  process.stderr.write(Buffer.from("warning: ünstable\n"));
  run.logLine("by hand\nand another", { stream: "stderr" });
  await run.finish();
  process.stdout.write("after the run\n");
  expect(await linesOf(run.id)).toEqual([
    "stdout: epoch 1 loss 0.5",
    "stderr: warning: ünstable",
    "stderr: by hand",
    "stderr: and another",
    "stdout: epoch 2",
  ]);
});

it("shows lines while the run goes on", async () => {
  const run = await open().client().createRun({ source: {} });
  run.logLine("first");
  await waitFor(async () => (await linesOf(run.id)).length === 1);
  run.logLine("second");
  await waitFor(async () => (await linesOf(run.id)).length === 2);
  await run.finish();
});

it("captures for two runs at a time", async () => {
  const first = await open().client().createRun({ source: {}, captureConsole: true });
  const second = await open().client().createRun({ source: {}, captureConsole: true });
  process.stdout.write("both\n");
  await first.finish();
  process.stdout.write("one\n");
  await second.finish();
  expect(await linesOf(first.id)).toEqual(["stdout: both"]);
  expect(await linesOf(second.id)).toEqual(["stdout: both", "stdout: one"]);
});

it("goes on printing when the server refuses the lines, and says so once a batch", async () => {
  const errors: string[] = [];
  const onError = (error: Error): void => {
    errors.push(error.message);
    process.stderr.write(`told of: ${error.message}\n`);
  };
  const house = open();
  const run = await house.client({ onError }).createRun({ source: {}, captureConsole: true });
  await house.client().api.run.archive.mutate({ ...SCOPE, runIds: [run.id] });
  process.stdout.write("unwanted\n");
  await run.flush();
  expect(errors).toHaveLength(1);
  await expect(run.finish()).rejects.toThrow();
});

it("logs system metrics as series under system/, step by step", async () => {
  const run = await open()
    .client()
    .createRun({ source: {}, systemMetrics: { intervalMs: 100 } });
  await waitFor(async () => {
    await run.flush();
    const { metrics } = await open().client().runs.get(run.id);
    return metrics.some(({ key, count }) => key === "system/cpu_utilization_percentage" && count >= 3);
  });
  await run.finish();
  const { metrics } = await open().client().runs.get(run.id);
  expect(metrics.every(({ key }) => key.startsWith("system/"))).toBe(true);
  const [memory] = await open().client().runs.series([run.id], ["system/system_memory_usage_percentage"]);
  expect(memory?.steps).toEqual(memory?.steps.map((_, at) => at));
  expect(memory?.timesMs.every((timeMs, at, all) => timeMs >= (all[at - 1] ?? 0))).toBe(true);
});
