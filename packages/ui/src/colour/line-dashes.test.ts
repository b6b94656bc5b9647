import { expect, it } from "vitest";
import { lineDashes } from "./line-dashes.ts";

it("leaves runs of different hues solid", () => {
  expect(lineDashes([1, 2, 3])).toEqual(["solid", "solid", "solid"]);
});

it("tells runs of one hue apart by age, whatever their order", () => {
  expect(lineDashes([17, 1, 9, 2])).toEqual(["dotted", "solid", "dashed", "solid"]);
});
