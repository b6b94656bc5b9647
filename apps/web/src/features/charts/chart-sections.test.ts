import { expect, it } from "vitest";
import { chartSections } from "./chart-sections.ts";

const KEYS = ["val/loss", "system/cpu", "lr", "train/loss", "val/acc"];

it("puts keys in sections, plain ones first and the machine's last", () => {
  expect(chartSections(KEYS, "")).toEqual([
    { prefix: "", keys: ["lr"] },
    { prefix: "train", keys: ["train/loss"] },
    { prefix: "val", keys: ["val/acc", "val/loss"] },
    { prefix: "system", keys: ["system/cpu"] },
  ]);
});

it("keeps only keys that contain the text", () => {
  expect(chartSections(KEYS, " LOSS ").flatMap((section) => section.keys)).toEqual(["train/loss", "val/loss"]);
});
