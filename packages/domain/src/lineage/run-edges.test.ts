import { expect, it } from "vitest";
import { runEdges } from "./run-edges.ts";

const FACTS = {
  runId: "r",
  parentRunId: "p",
  forkedFromRunId: "f",
  commit: "c0ffee",
  datasetIds: ["d1", "d2"],
  inputModelIds: ["m-0"],
  loggedModelIds: ["m-1"],
  versions: [
    { modelName: "digits", number: 2, loggedModelId: "m-1", aliases: ["production"] },
    { modelName: "legacy", number: 1, loggedModelId: null, aliases: [] },
  ],
};

const sentences = runEdges(FACTS).map(({ from, to, kind }) => `${from.kind} ${from.id} ${kind} ${to.kind} ${to.id}`);

it("draws the chain from data and code through the run to the alias", () => {
  expect(sentences).toEqual([
    "dataset d1 input run r",
    "dataset d2 input run r",
    "loggedModel m-0 input run r",
    "code c0ffee input run r",
    "run p parent run r",
    "run f forked run r",
    "run r produced loggedModel m-1",
    "loggedModel m-1 registered modelVersion digits/2",
    "modelVersion digits/2 aliased alias digits@production",
    "run r registered modelVersion legacy/1",
  ]);
});

it("draws nothing for a run that links to nothing", () => {
  const alone = {
    ...FACTS,
    parentRunId: null,
    forkedFromRunId: null,
    commit: null,
    datasetIds: [],
    inputModelIds: [],
    loggedModelIds: [],
    versions: [],
  };
  expect(runEdges(alone)).toEqual([]);
});
