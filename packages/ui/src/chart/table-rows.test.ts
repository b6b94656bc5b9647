import { expect, it } from "vitest";
import { tableRows } from "./table-rows.ts";
import { testingLine } from "./testing-line.ts";

it("joins lines by step and keeps points that share one", () => {
  const first = testingLine([1, 2], { steps: Float64Array.of(0, 0.5) });
  const second = testingLine([7, 8, 9], { steps: Float64Array.of(0, 0, 2) });
  expect(tableRows([first, second])).toEqual([
    { step: 0, values: [1, 7] },
    { step: 0, values: [null, 8] },
    { step: 0.5, values: [2, null] },
    { step: 2, values: [null, 9] },
  ]);
});
