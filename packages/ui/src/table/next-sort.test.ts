import { expect, it } from "vitest";
import { nextSort } from "./next-sort.ts";

it("starts at the better end, turns, then lets go", () => {
  const column = "metrics.val/loss.min";
  const first = nextSort(null, column);
  expect(first).toEqual({ column, direction: "asc" });
  const second = nextSort(first, column);
  expect(second).toEqual({ column, direction: "desc" });
  expect(nextSort(second, column)).toBeNull();
});

it("starts accuracies and times at their high end, names at a", () => {
  expect(nextSort(null, "metrics.val/acc.max")?.direction).toBe("desc");
  expect(nextSort(null, "started_at")?.direction).toBe("desc");
  expect(nextSort(null, "name")?.direction).toBe("asc");
});
