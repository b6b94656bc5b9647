import { expect, it } from "vitest";
import { artifactUrl } from "./artifact-url.ts";

const SCOPE = { workspace: "vision", project: "digits" };

it("escapes each part of a path and keeps its slashes", () => {
  expect(artifactUrl(SCOPE, { kind: "run", runId: "ab" }, "plots/a b?.png", true)).toBe(
    "/api/artifacts/vision/digits/run/ab/plots/a%20b%3F.png?preview=1",
  );
  expect(artifactUrl(SCOPE, { kind: "model", name: "a/b", version: 2 }, "MLmodel")).toBe(
    "/api/artifacts/vision/digits/model/a%2Fb/2/MLmodel",
  );
});
