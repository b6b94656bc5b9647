import { describe, expect, it } from "vitest";
import { columnOf } from "./column-of.ts";
import { parseColumn } from "./parse-column.ts";

describe("parseColumn", () => {
  it("reads metrics with their aggregate, the last one when none is named", () => {
    expect(parseColumn("metrics.val/loss.min")).toEqual({ entity: "metric", key: "val/loss", aggregate: "min" });
    expect(parseColumn("metrics.val/loss")).toEqual({ entity: "metric", key: "val/loss", aggregate: "last" });
    expect(parseColumn("metrics.a.b.c")).toEqual({ entity: "metric", key: "a.b.c", aggregate: "last" });
  });

  it("reads params, tags and attributes", () => {
    expect(parseColumn("params.opt.lr")).toEqual({ entity: "param", key: "opt.lr" });
    expect(parseColumn("tags.team")).toEqual({ entity: "tag", key: "team" });
    expect(parseColumn("started_at")).toEqual({ entity: "attribute", name: "started_at" });
  });

  it("knows what names nothing", () => {
    expect(["nonsense", "metrics.", "other.key"].map(parseColumn)).toEqual([null, null, null]);
  });

  it.each(["metrics.val/loss.max", "params.lr", "tags.a.b", "duration", "metrics.top.max.last"])(
    "round-trips %s",
    (column) => {
      const field = parseColumn(column);
      expect(field && columnOf(field)).toBe(column);
    },
  );
});
