import { RunId } from "@assay/contract";
import { expect, it } from "vitest";
import { touches } from "./touches.ts";

const RUN = RunId.parse("a".repeat(32));
const OTHER = "b".repeat(32);
const key = (path: string, input: unknown) => [path.split("."), { input, type: "query" }];

it("refetches the run that logged, and no others", () => {
  const event = { kind: "metrics", runId: RUN } as const;
  expect(touches(event, key("run.getMany", { runIds: [OTHER, RUN] }))).toBe(true);
  expect(touches(event, key("run.getMany", { runIds: [OTHER] }))).toBe(false);
  expect(touches(event, key("artifact.list", { owner: { kind: "run", runId: RUN } }))).toBe(false);
});

it("follows files to their owner and the registry to its screens", () => {
  expect(touches({ kind: "artifacts", runId: RUN }, key("artifact.list", { owner: { runId: RUN } }))).toBe(true);
  expect(touches({ kind: "registry", runId: null }, key("modelVersion.list", { name: "m" }))).toBe(true);
  expect(touches({ kind: "registry", runId: null }, key("run.get", { runId: RUN }))).toBe(false);
});

it("asks again how long a log is, and for no page that was read from it", () => {
  const event = { kind: "logs", runId: RUN } as const;
  expect(touches(event, key("log.read", { runId: RUN, position: { kind: "end" } }))).toBe(true);
  expect(touches(event, key("log.read", { runId: OTHER, position: { kind: "end" } }))).toBe(false);
  expect(touches(event, key("log.read", { runId: RUN, position: { kind: "line", number: 1 } }))).toBe(false);
  expect(touches(event, key("run.get", { runId: RUN }))).toBe(false);
});

it("refetches everything that is shown after a gap", () => {
  const gap = { kind: "gap", runId: null } as const;
  expect(touches(gap, key("run.get", { runId: OTHER }))).toBe(true);
  expect(touches(gap, ["run-series", {}, { runIds: [OTHER] }, "loss"])).toBe(true);
});

it("leaves the run table to patch its own rows", () => {
  expect(touches({ kind: "run", runId: RUN }, key("run.search", {}))).toBe(false);
  expect(touches({ kind: "run", runId: RUN }, key("run.count", {}))).toBe(true);
});
