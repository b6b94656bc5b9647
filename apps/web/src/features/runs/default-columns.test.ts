import { expect, it } from "vitest";
import { defaultColumns, usualAggregate } from "./default-columns.ts";

it("shows held-out quality before training's, and the machine's last", () => {
  const metrics = ["epoch", "system/cpu", "train/loss", "lr", "val/acc", "val/loss"];
  expect(defaultColumns({ metrics, params: ["lr", "model"], tags: ["team"] })).toEqual([
    "status",
    "metrics.val/acc.max",
    "metrics.val/loss.min",
    "metrics.train/loss.min",
    "metrics.epoch.last",
    "params.lr",
    "params.model",
    "started_at",
    "duration",
  ]);
});

it("takes the better extreme where it knows which one that is", () => {
  expect(["val/acc", "val/loss", "lr"].map(usualAggregate)).toEqual(["max", "min", "last"]);
});
