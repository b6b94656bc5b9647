import { RunDetail } from "@assay/contract";
import { expect, it } from "vitest";
import { compareRows } from "./compare-rows.ts";

function detail(index: number, loss: number, lr: string): RunDetail {
  const summary = {
    key: "val/loss",
    last: loss,
    lastStep: 1,
    lastTimeMs: 0,
    first: 1,
    firstStep: 0,
    min: loss,
    max: 1,
    mean: 1,
    count: 2,
    argmin: 1,
    argmax: 0,
    nans: 0,
  };
  return RunDetail.parse({
    id: String(index).padStart(32, "0"),
    name: `run-${index}`,
    number: index,
    status: "finished",
    lifecycle: "active",
    experiment: { id: "e".repeat(32), number: 1, name: "search" },
    parent: null,
    fork: null,
    source: {},
    environment: {},
    notes: "",
    createdBy: "Ada",
    createdAtMs: 0,
    startedAtMs: 0,
    endedAtMs: 1,
    heartbeatAtMs: null,
    durationMs: 1_000,
    params: { lr, solver: "adam" },
    tags: {},
    metrics: [summary],
    children: [],
  });
}

it("marks the lowest loss as best and tells what differs", () => {
  const sections = compareRows([detail(1, 0.4, "0.1"), detail(2, 0.2, "0.01"), detail(3, 0.3, "0.1")], [[], [], []]);
  const [metrics, params] = sections;
  expect(metrics?.rows[0]).toMatchObject({ label: "val/loss", aggregate: "min", best: 1, isDifferent: true });
  expect(params?.rows.map((row) => [row.label, row.isDifferent])).toEqual([
    ["lr", true],
    ["solver", false],
  ]);
});

it("names no best among equals or for one run", () => {
  const [metrics] = compareRows([detail(1, 0.4, "0.1"), detail(2, 0.4, "0.1")], [[], []]);
  expect(metrics?.rows[0]?.best).toBeNull();
});
