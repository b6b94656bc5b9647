import { expect, it } from "vitest";
import { lastState } from "./last-state.ts";

it("keeps the last state of a progress bar", () => {
  expect(lastState("epoch 1:   0%\repoch 1:  50%\repoch 1: 100%")).toBe("epoch 1: 100%");
});

it("takes a return at the end, as Windows writes it, for the end of the line", () => {
  expect(lastState("done\r")).toBe("done");
  expect(lastState("\r\r")).toBe("");
  expect(lastState("plain")).toBe("plain");
});
