import { LoggedModelId, ModelId, RunId } from "@assay/contract";
import { expect, it } from "vitest";
import { type ArtifactRoot, artifactUri, parseArtifactAddress, parseArtifactUri } from "./artifact-root.ts";

const scope = { workspace: "team", project: "main" };
const hex = "0123456789abcdef0123456789abcdef";

const roots: ArtifactRoot[] = [
  { kind: "run", runId: RunId.parse(hex) },
  { kind: "loggedModel", loggedModelId: LoggedModelId.parse(`m-${hex}`) },
  { kind: "version", modelId: ModelId.parse(hex), version: 12 },
];

it.each(roots)("reads the URI of a $kind back", (root) => {
  const uri = artifactUri(scope, root);
  expect(parseArtifactUri(scope, uri)).toEqual({ root, path: "" });
  expect(parseArtifactUri(scope, `${uri}/a/b c.txt`)).toEqual({ root, path: "a/b c.txt" });
});

it("writes a run's root where clients look for it", () => {
  const [run] = roots;
  expect(run && artifactUri(scope, run)).toBe(`mlflow-artifacts:/team/main/runs/${hex}/artifacts`);
});

it.each([
  "",
  "/",
  "etc/passwd",
  "team/main",
  `team/main/runs/${hex}`,
  `team/main/runs/${hex}/other`,
  `team/main/runs/${hex.toUpperCase()}/artifacts/x`,
  `team/main/runs/../artifacts/x`,
  `team/main/models/${hex}/artifacts/x`,
  `team/main/versions/${hex}/0/artifacts/x`,
  `team/main/versions/${hex}/1`,
  `team/main/versions/name/1/artifacts/x`,
  `/team/main/runs/${hex}/artifacts/x`,
  `team/main/experiments/0/artifacts/x`,
])("refuses the path %j", (path) => {
  expect(() => parseArtifactAddress(scope, path)).toThrow(
    expect.objectContaining({ code: "INVALID_INPUT", message: "Invalid path" }),
  );
});

it.each([`team/other/runs/${hex}/artifacts/x`, `other/main/runs/${hex}/artifacts/x`])(
  "does not find %s, another project's",
  (path) => {
    expect(() => parseArtifactAddress(scope, path)).toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
  },
);

it.each([
  "file:///etc/passwd",
  `http://host/team/main/runs/${hex}/artifacts`,
  `mlflow-artifacts://host/team/main/runs/${hex}/artifacts`,
  "mlflow-artifacts:/../x",
  `runs:/${hex}/model`,
])("takes %s for no artifact of ours", (uri) => {
  expect(parseArtifactUri(scope, uri)).toBeNull();
});
