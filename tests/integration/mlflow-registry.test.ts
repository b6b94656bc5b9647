import { beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const API = "/api/2.0/mlflow";
const ROOT = "/api/2.0/mlflow-artifacts/artifacts";

const Run = z.object({ run: z.object({ info: z.object({ run_id: z.string() }) }) });
const Version = z.object({
  version: z.string(),
  current_stage: z.string(),
  aliases: z.array(z.string()).default([]),
  source: z.string(),
  run_id: z.string().optional(),
  run_link: z.string().optional(),
  description: z.string().optional(),
});
type Version = z.infer<typeof Version>;
const OneVersion = z.object({ model_version: Version });
const Versions = z.object({ model_versions: z.array(Version).default([]) });
const OneModel = z.object({ registered_model: z.object({ latest_versions: z.array(Version).default([]) }) });
const WireError = z.object({ error_code: z.string(), message: z.string() });

async function call(method: string, route: string, body: object): Promise<{ status: number; body: unknown }> {
  const query = new URLSearchParams(Object.entries(body)).toString();
  const response =
    method === "GET"
      ? await open().fetch(`${API}/${route}?${query}`)
      : await open().fetch(`${API}/${route}`, {
          method,
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
  return { status: response.status, body: await response.json() };
}

async function ok(method: string, route: string, body: object): Promise<unknown> {
  const answer = await call(method, route, body);
  expect([route, answer.status, answer.body]).toEqual([route, 200, answer.body]);
  return answer.body;
}

async function refused(method: string, route: string, body: object) {
  const answer = await call(method, route, body);
  return { status: answer.status, ...WireError.parse(answer.body) };
}

const put = async (runId: string, path: string, text: string): Promise<void> => {
  const target = `${ROOT}/team/main/runs/${runId}/artifacts/${path}`;
  expect((await open().fetch(target, { method: "PUT", body: text })).status).toBe(200);
};

let count = 0;
let name = "";
let runId = "";

const register = async (body: object = {}): Promise<Version> =>
  OneVersion.parse(
    await ok("POST", "model-versions/create", { name, source: `runs:/${runId}/model`, run_id: runId, ...body }),
  ).model_version;
const versionOf = async (version: string): Promise<Version> =>
  OneVersion.parse(await ok("GET", "model-versions/get", { name, version })).model_version;
const stagesOf = async (...numbers: string[]): Promise<string[]> =>
  Promise.all(numbers.map(async (number) => (await versionOf(number)).current_stage));
const transition = (version: string, stage: string, more: object = {}) =>
  ok("POST", "model-versions/transition-stage", { name, version, stage, ...more });
const point = (alias: string, version: string) => ok("POST", "registered-models/alias", { name, alias, version });
const latest = async (): Promise<string[]> =>
  OneModel.parse(await ok("GET", "registered-models/get", { name }))
    .registered_model.latest_versions.map(({ version, current_stage }) => `${version} ${current_stage}`)
    .sort();

/** A run with one file, and a registered model with three versions of it. */
beforeEach(async () => {
  count += 1;
  name = `model-${count}`;
  runId = Run.parse(await ok("POST", "runs/create", { experiment_id: "0" })).run.info.run_id;
  await put(runId, "model/MLmodel", "first");
  await ok("POST", "registered-models/create", { name });
  for (let number = 1; number <= 3; number += 1) await register();
});

it("lets several versions hold a stage, and shows the newest of each", async () => {
  expect(await latest()).toEqual(["3 None"]);
  await transition("1", "Production");
  await transition("2", "Production");
  expect(await stagesOf("1", "2", "3")).toEqual(["Production", "Production", "None"]);
  expect(await latest()).toEqual(["2 Production", "3 None"]);
  expect((await versionOf("2")).aliases).toEqual(["production"]);
  const asked = Versions.parse(
    await ok("POST", "registered-models/get-latest-versions", { name, stages: ["production", "Archived"] }),
  );
  expect(asked.model_versions.map(({ version }) => version)).toEqual(["2"]);
});

it("archives who held the stage when it is asked to, and refuses that for a stage nobody is active in", async () => {
  await transition("1", "Staging");
  await transition("2", "Staging");
  await transition("3", "Staging", { archive_existing_versions: true });
  expect(await stagesOf("1", "2", "3")).toEqual(["Archived", "Archived", "Staging"]);
  const answer = await refused("POST", "model-versions/transition-stage", {
    name,
    version: "1",
    stage: "None",
    archive_existing_versions: true,
  });
  expect(answer).toMatchObject({ status: 400, error_code: "INVALID_PARAMETER_VALUE" });
  expect(answer.message).toContain("is not an Active stage");
});

it("has the stages follow their aliases, whoever moves them", async () => {
  await transition("1", "Production");
  await transition("2", "Production");
  await point("production", "3");
  expect(await stagesOf("1", "2", "3")).toEqual(["None", "None", "Production"]);
  await point("staging", "3");
  expect(await stagesOf("3")).toEqual(["Production"]);
  await ok("DELETE", "registered-models/alias", { name, alias: "production" });
  expect(await stagesOf("3")).toEqual(["Staging"]);
  await transition("3", "Archived");
  expect([await stagesOf("3"), (await versionOf("3")).aliases]).toEqual([["Archived"], []]);
});

it("finds a version by its alias, and the highest number as latest", async () => {
  await point("champion", "1");
  const byAlias = async (alias: string): Promise<string> =>
    OneVersion.parse(await ok("GET", "registered-models/alias", { name, alias })).model_version.version;
  expect([await byAlias("champion"), await byAlias("latest")]).toEqual(["1", "3"]);
  expect(await refused("GET", "registered-models/alias", { name, alias: "nobody" })).toEqual({
    status: 400,
    error_code: "INVALID_PARAMETER_VALUE",
    message: "Registered model alias nobody not found.",
  });
});

it("registers a version from another as it was frozen, whatever its run holds by now", async () => {
  await put(runId, "model/MLmodel", "second");
  await point("champion", "2");
  await transition("1", "Staging");
  const files = async (version: string): Promise<string> => {
    const { artifact_uri: uri } = z
      .object({ artifact_uri: z.string() })
      .parse(await ok("GET", "model-versions/get-download-uri", { name, version }));
    return (await open().fetch(`${ROOT}${uri.slice("mlflow-artifacts:".length)}/MLmodel`)).text();
  };
  for (const source of [`models:/${name}/1`, `models:/${name}@champion`, `models:/${name}/staging`]) {
    const { version, run_id: sourceRun } = await register({ source });
    expect([source, sourceRun, await files(version)]).toEqual([source, runId, "first"]);
  }
  const { version } = await register({ source: `models:/${name}/latest` });
  expect(await files(version)).toBe("first");
  expect(await files((await register()).version)).toBe("second");
});

it("refuses a source that is not what the request says besides", async () => {
  const other = Run.parse(await ok("POST", "runs/create", { experiment_id: "0" })).run.info.run_id;
  const before = await latest();
  for (const body of [
    { run_id: other },
    { model_id: `m-${"0".repeat(32)}` },
    { source: `models:/${name}/1`, run_id: other },
    { source: `models:/${name}/9` },
    { source: `models:/${name}@nobody` },
    { run_link: "javascript:alert(1)" },
    { run_link: "/relative" },
  ]) {
    const answer = await refused("POST", "model-versions/create", {
      name,
      source: `runs:/${runId}/model`,
      run_id: runId,
      ...body,
    });
    expect([body, answer.status < 500, answer.status >= 400]).toEqual([body, true, true]);
  }
  expect(await latest()).toEqual(before);
});

it("keeps a link to the run, and leaves out what is not set", async () => {
  const linked = await register({ run_link: "https://ci.example.org/42" });
  expect(linked.run_link).toBe("https://ci.example.org/42");
  expect(Object.keys(await register())).not.toContain("description");
});
