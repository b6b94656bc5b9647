import type { EntityFilter, NamedDataset } from "@assay/contract";
import { expect, it } from "vitest";
import { loggedModelDialect } from "./dialects.ts";
import { commonDatasets, onDatasets } from "./on-datasets.ts";

const FLOWERS: NamedDataset = { name: "flowers", digest: null };
const FLOWERS_ONE: NamedDataset = { name: "flowers", digest: "one" };
const FLOWERS_TWO: NamedDataset = { name: "flowers", digest: "two" };
const TREES: NamedDataset = { name: "trees", digest: "one" };

const search = (text: string, datasets: readonly NamedDataset[] | null): EntityFilter<"loggedModel"> | null =>
  onDatasets(loggedModelDialect.filter(text), datasets);
const anything = { kind: "null", field: { entity: "metric", key: null, datasets: [FLOWERS] }, isNegated: true };

it("asks metrics on the datasets, wherever they are in the filter", () => {
  expect(search("metrics.f1 > 0.5", [FLOWERS, TREES])).toMatchObject({
    field: { entity: "metric", key: "f1", datasets: [FLOWERS, TREES] },
  });
  expect(search("name = 'net' AND NOT metrics.f1 > 0.5", [FLOWERS])).toMatchObject({
    kind: "and",
    nodes: [{ field: { entity: "attribute" } }, { kind: "not", node: { field: { key: "f1", datasets: [FLOWERS] } } }],
  });
});

it("wants anything measured on them where no metric is asked", () => {
  expect(search("", [FLOWERS])).toEqual(anything);
  expect(search("name = 'net'", [FLOWERS])).toMatchObject({ kind: "and", nodes: [{ value: "net" }, anything] });
});

it("leaves a search without datasets alone", () => {
  expect(search("", null)).toBeNull();
  expect(search("metrics.f1 > 0.5", null)).toMatchObject({ field: { datasets: null } });
});

it.each([
  [null, null, null],
  [FLOWERS_ONE, null, [FLOWERS_ONE]],
  [null, [FLOWERS, TREES], [FLOWERS, TREES]],
  [FLOWERS_ONE, [FLOWERS, TREES], [FLOWERS_ONE]],
  [FLOWERS, [FLOWERS_ONE, FLOWERS_TWO, TREES], [FLOWERS_ONE, FLOWERS_TWO]],
  [FLOWERS_ONE, [FLOWERS_TWO, TREES], []],
])("of %j and %j it is %j that both mean", (own, others, common) => {
  expect(commonDatasets(own, others)).toEqual(common);
});
