import { expect, it } from "vitest";
import { metricDirection } from "./metric-direction.ts";

it.each([
  ["val/loss", "down"],
  ["training_log_loss", "down"],
  ["val/acc", "up"],
  ["training_accuracy_score", "up"],
  ["lr", "unknown"],
  ["glossary_size", "unknown"],
])("judges %s as %s", (key, direction) => {
  expect(metricDirection(key)).toBe(direction);
});
