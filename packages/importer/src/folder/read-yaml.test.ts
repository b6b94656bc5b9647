import { expect, it } from "vitest";
import { Meta } from "./read-yaml.ts";

it("keeps texts that look like numbers or nothing, and tells nothing from an empty text", () => {
  const meta = new Meta(
    "id: 12e45\nlong: '123456789012345678'\nnone: null\nword: 'null'\nempty: ''\ntime: 1600000000000",
  );
  expect(["id", "long", "none", "word", "empty", "absent"].map((name) => meta.get(name))).toEqual([
    "12e45",
    "123456789012345678",
    null,
    "null",
    "",
    null,
  ]);
  expect(meta.number("time")).toBe(1_600_000_000_000);
  expect(meta.number("none")).toBeNull();
});

it("reads a map within, and makes nothing of what it does not know", () => {
  const meta = new Meta("tags:\n  mlflow.data.context: train\nother: !!python/object:os.system {}\n");
  expect(meta.entries("tags")).toEqual([{ key: "mlflow.data.context", value: "train" }]);
  expect(meta.get("other")).toBeNull();
  expect(new Meta("- a list").get("tags")).toBeNull();
});
