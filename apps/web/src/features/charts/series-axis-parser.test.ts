import { expect, it } from "vitest";
import { seriesAxisParser } from "./series-axis-parser.ts";

it("writes an axis so that it reads the same again", () => {
  for (const text of ["step", "time", "relative", "metrics.train/tokens seen"]) {
    const axis = seriesAxisParser.parse(text);
    expect(axis === null ? null : seriesAxisParser.serialize(axis)).toBe(text);
  }
  expect(seriesAxisParser.eq({ kind: "metric", key: "a" }, { kind: "metric", key: "b" })).toBe(false);
});

it("reads nothing from what is no axis", () => {
  for (const text of ["", "steps", "metrics.", "params.lr"]) expect(seriesAxisParser.parse(text)).toBeNull();
});
