import { expect, it } from "vitest";
import { formatRelative } from "./format-relative.ts";

const NOW = 1_800_000_000_000;

it.each([
  [10_000, "just now"],
  [60_000, "1 min ago"],
  [7_200_000, "2 h ago"],
  [86_400_000 * 3, "3 d ago"],
  [86_400_000 * 90, "3 mo ago"],
  [86_400_000 * 800, "2 y ago"],
  [-86_400_000 * 2, "in 2 d"],
])("sees a time %d ms back as %s", (back, text) => {
  expect(formatRelative(NOW - back, NOW)).toBe(text);
});
