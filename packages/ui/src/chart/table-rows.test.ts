import { expect, it } from "vitest";
import { tableRows } from "./table-rows.ts";
import { testingLine } from "./testing-line.ts";

it("joins lines by place and keeps points that share one", () => {
  const first = testingLine([1, 2], { x: Float64Array.of(0, 0.5) });
  const second = testingLine([7, 8, 9], { x: Float64Array.of(0, 0, 2) });
  expect(tableRows([first, second])).toEqual([
    { x: 0, values: [1, 7] },
    { x: 0, values: [null, 8] },
    { x: 0.5, values: [2, null] },
    { x: 2, values: [null, 9] },
  ]);
});
