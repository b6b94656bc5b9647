import { expect, it } from "vitest";
import { readMlflowLink } from "./mlflow-link.ts";

const RUN = "01a20adeb72c7f8583d92469a6935ef7";

it("reads the link to a run that MLflow clients print", () => {
  expect(readMlflowLink(`#/experiments/2/runs/${RUN}`)).toEqual({ experiment: 2, runId: RUN });
});

it("reads the link to an experiment", () => {
  expect(readMlflowLink("#/experiments/2")).toEqual({ experiment: 2, runId: null });
});

it("leaves every other fragment alone", () => {
  for (const hash of ["", "#notes", "#/models/x", "#/experiments/x", `#/experiments/2/runs/${RUN}/../x`]) {
    expect(readMlflowLink(hash)).toBeNull();
  }
});
