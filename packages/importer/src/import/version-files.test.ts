import { expect, it } from "vitest";
import type { SourceVersion } from "../source/mlflow-source.ts";
import { treeOf } from "./version-files.ts";

const run = "0123456789abcdef0123456789abcdef";
const model = `m-${run}`;
const places = { runs: new Map([[run, "s3://bucket/custom"]]), loggedModels: new Map([[model, "s3://bucket/m"]]) };

const version = (given: Partial<SourceVersion>): SourceVersion => ({
  name: "net",
  number: 1,
  description: "",
  user: "",
  stage: "None",
  source: "",
  storageLocation: "",
  runId: run,
  runLink: "",
  modelId: "",
  status: "READY",
  createdAtMs: 0,
  updatedAtMs: 0,
  tags: [],
  ...given,
});

const ofRun = (folder: string) => ({ kind: "tree", owner: { kind: "run", runId: run }, folder });
const ofModel = { kind: "tree", owner: { kind: "loggedModel", loggedModelId: model }, folder: "" };

it.each([
  [`runs:/${run}/model`, ofRun("model")],
  [`mlflow-artifacts:/1/${run}/artifacts/deep/model/`, ofRun("deep/model")],
  [`/home/somebody/mlruns/1/${run}/artifacts/model`, ofRun("model")],
  [`file:///moved/1/${run}/artifacts`, ofRun("")],
  ["s3://bucket/custom/model", ofRun("model")],
  [`models:/${model}`, ofModel],
  [`mlflow-artifacts:/1/models/${model}/artifacts`, ofModel],
])("finds the tree of %s", (source, expected) => {
  expect(treeOf(version({ source }), places)).toEqual(expected);
});

it("knows a logged model by what the version says of it, and a place by where it is stored", () => {
  expect(treeOf(version({ source: "somewhere", modelId: model }), places)).toEqual(ofModel);
  expect(treeOf(version({ storageLocation: `dbfs:/1/${run}/artifacts/m` }), places)).toEqual(ofRun("m"));
});

it.each(["s3://bucket/customised/model", "s3://elsewhere/model", `runs:/${"f".repeat(32)}/model`])(
  "finds none for %s",
  (source) => {
    expect(treeOf(version({ source }), places)).toBeNull();
  },
);
