import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SERIES_HUES } from "../theme/series-hues.ts";
import { runColour, runHue } from "./run-hue.ts";

it("gives eight runs in a row eight hues, and the same ones always", () => {
  const hues = Array.from({ length: 8 }, (_, index) => runHue(1_000 + index));
  expect(new Set(hues).size).toBe(8);
  expect(runHue(1_000)).toBe(hues[0]);
});

it("has a colour for any number, in both schemes", () => {
  expect(runColour(0, "light")).toBe("#6495e2");
  expect(runColour(9, "dark")).toBe("#da5c65");
  expect(runColour(-1, "light")).toBe("#769836");
});

it("agrees with the dots' style sheet", () => {
  const css = readFileSync(new URL("./colour-dot.css", import.meta.url), "utf8");
  SERIES_HUES.forEach(({ light, dark }, hue) => {
    expect(css).toContain(`[data-hue="${hue}"] {\n  --assay-hue: ${light};`);
    expect(css).toContain(`[data-mantine-color-scheme="dark"] [data-hue="${hue}"] {\n  --assay-hue: ${dark};`);
  });
});
