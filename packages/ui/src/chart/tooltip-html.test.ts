import { expect, it } from "vitest";
import { tooltipHtml } from "./tooltip-html.ts";

it("never lets a run's name become markup (CWE-79)", () => {
  const html = tooltipHtml("step 1", [{ name: '<img src=x onerror="alert(1)">', colour: "#000", value: 1 }]);
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img");
});

it("lists the greatest first and counts what does not fit", () => {
  const rows = Array.from({ length: 20 }, (_, index) => ({ name: `run-${index}.`, colour: "#000", value: index }));
  const html = tooltipHtml("step 1", rows);
  expect(html.indexOf("run-19.")).toBeLessThan(html.indexOf("run-18."));
  expect(html).toContain("and 6 more");
});
