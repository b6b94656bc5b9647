import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const API = "/api/2.0/mlflow";
const JSON_TYPE = { "content-type": "application/json" };
const Run = z.object({ run: z.object({ info: z.object({ artifact_uri: z.string() }) }) });
const WireError = z.object({ error_code: z.string(), message: z.string() });
const Workspaces = z.object({ workspaces: z.array(z.object({ name: z.string() })) });

/** A token of an editor that shows `main`, one limited to `main`, and one that shows no project by itself. */
const tokens = { usual: "", limited: "", undecided: "" };

beforeAll(async () => {
  const house = open();
  await house.workspace("theirs", "hidden");
  await house.project("vision");
  await house.project("secret", { visibility: "private" });
  const ada = await house.person("Ada", "editor");
  tokens.usual = await house.tokenOf(ada);
  tokens.limited = await house.tokenOf(ada, { project: "main" });
  tokens.undecided = await house.tokenOf(ada);
  const [id] = tokens.undecided.replace(/^assay_/, "").split(/[_.]/);
  await house.sql("UPDATE api_token SET default_project_id = NULL WHERE public_id = $1", [id]);
});

/** Makes a run, with the header as a client sends it, and tells in which project. */
async function createRun(workspace: string | null, token = tokens.usual, base = API) {
  const headers = new Headers(JSON_TYPE);
  if (workspace !== null) headers.set("X-MLFLOW-WORKSPACE", workspace);
  const init = { method: "POST", headers, body: JSON.stringify({ experiment_id: "0" }) };
  const response = await open().fetch(`${base}/runs/create`, init, token);
  const body: unknown = await response.json();
  if (!response.ok) return { status: response.status, ...WireError.parse(body) };
  const [, team, project] = Run.parse(body).run.info.artifact_uri.split("/");
  return { status: response.status, address: `${team}/${project}` };
}

describe("X-MLFLOW-WORKSPACE (§7.2, number 9)", () => {
  it("names a project of the token's workspace", async () => {
    expect(await createRun("vision")).toEqual({ status: 200, address: "team/vision" });
  });

  it.each([null, "", "  ", "default", "main"])("leaves %j at the token's default project", async (name) => {
    expect(await createRun(name)).toEqual({ status: 200, address: "team/main" });
  });

  it("answers alike for a project of another workspace, a private one, one that is not and one named twice", async () => {
    const names = ["hidden", "secret", "nowhere", "main, vision", "../theirs", "theirs/hidden"];
    for (const name of names) {
      const answer = await createRun(name);
      expect(answer).toMatchObject({ status: 404, error_code: "RESOURCE_DOES_NOT_EXIST" });
      expect({ ...answer, message: "" }).toEqual({ ...(await createRun("missing")), message: "" });
    }
  });

  it("does not lead a token further than its one project", async () => {
    expect(await createRun("main", tokens.limited)).toEqual({ status: 200, address: "team/main" });
    expect(await createRun("vision", tokens.limited)).toMatchObject({ status: 404 });
  });

  it("lets a token choose that shows no project by itself", async () => {
    expect(await createRun(null, tokens.undecided)).toMatchObject({ status: 400 });
    expect(await createRun("vision", tokens.undecided)).toEqual({ status: 200, address: "team/vision" });
  });

  it("has to agree with the address", async () => {
    const base = `/p/team/vision${API}`;
    expect(await createRun("vision", tokens.usual, base)).toEqual({ status: 200, address: "team/vision" });
    expect(await createRun("main", tokens.usual, base)).toMatchObject({ status: 400 });
  });

  it("is asked for by nobody without a token", async () => {
    const headers = { "x-mlflow-workspace": "vision" };
    expect((await open().fetch(`${API}/experiments/get?experiment_id=0`, { headers }, null)).status).toBe(401);
  });
});

describe("workspaces of the protocol", () => {
  const list = async (token: string, base = ""): Promise<string[]> => {
    const response = await open().fetch(`${base}/api/3.0/mlflow/workspaces`, {}, token);
    return Workspaces.parse(await response.json())
      .workspaces.map(({ name }) => name)
      .sort();
  };

  it("are the projects that the token may see", async () => {
    expect(await list(tokens.usual)).toEqual(["main", "vision"]);
    expect(await list(tokens.undecided)).toEqual(["main", "vision"]);
    expect(await list(tokens.limited)).toEqual(["main"]);
    expect(await list(tokens.usual, "/p/team/vision")).toEqual(["main", "vision"]);
  });

  it("are shown one by one, what may not be seen as if it were not there", async () => {
    const get = (name: string) => open().fetch(`/api/3.0/mlflow/workspaces/${name}`, {}, tokens.usual);
    expect(await (await get("vision")).json()).toMatchObject({ workspace: { name: "vision" } });
    for (const name of ["secret", "hidden", "nowhere"]) expect((await get(name)).status).toBe(404);
  });
});

describe("addresses", () => {
  it("work under any prefix that a proxy leaves in the path", async () => {
    expect(await createRun(null, tokens.usual, `/tools/assay${API}`)).toEqual({ status: 200, address: "team/main" });
    expect(await createRun(null, tokens.usual, `/tools/p/team/vision${API.replace("api", "ajax-api")}`)).toEqual({
      status: 200,
      address: "team/vision",
    });
  });

  it("answer HEAD as GET, without a body", async () => {
    for (const path of ["/health", "/version", `${API}/experiments/get?experiment_id=0`]) {
      const response = await open().fetch(path, { method: "HEAD" });
      expect([path, response.status, await response.text()]).toEqual([path, 200, ""]);
    }
  });
});

describe("addresses at a bucket", () => {
  const run = async (): Promise<string> => {
    const init = { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ experiment_id: "0" }) };
    const body: unknown = await (await open().fetch(`${API}/runs/create`, init, tokens.usual)).json();
    return Run.parse(body).run.info.artifact_uri.split("/").at(-2) ?? "";
  };
  const ask = async (method: string, path: string, body?: object, token: string | null = tokens.usual) => {
    const init = { method, headers: JSON_TYPE, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await open().fetch(path, init, token);
    return { status: response.status, ...WireError.parse(await response.json()) };
  };

  it("are refused in the words that make clients send and fetch files in one piece", async () => {
    const root = `team/main/runs/${await run()}/artifacts`;
    for (const step of ["create", "complete", "abort"]) {
      const answer = await ask("POST", `/api/2.0/mlflow-artifacts/mpu/${step}/${root}`, { path: "a", num_parts: 2 });
      expect(answer).toMatchObject({ status: 501, error_code: "NOT_IMPLEMENTED" });
      expect(answer.message).toMatch(/^Multipart upload is not supported for the current artifact repository/);
    }
    const answer = await ask("GET", `/api/2.0/mlflow-artifacts/presigned/${root}/a.txt`);
    expect(answer).toMatchObject({ status: 501, error_code: "NOT_IMPLEMENTED" });
    expect(answer.message).toMatch(/^Multipart download is not supported for the current artifact repository/);
  });

  it("are not told of to strangers, nor for what is not the project's", async () => {
    const theirs = "theirs/hidden/runs/00000000000000000000000000000000/artifacts/a";
    for (const route of [`mpu/create/${theirs}`, `mpu/complete/${theirs}`]) {
      expect(await ask("POST", `/api/2.0/mlflow-artifacts/${route}`, {}, null)).toMatchObject({ status: 401 });
      expect(await ask("POST", `/api/2.0/mlflow-artifacts/${route}`, {})).toMatchObject({ status: 404 });
    }
    expect(await ask("GET", `/api/2.0/mlflow-artifacts/presigned/a%2e%2fb`)).toMatchObject({ status: 400 });
  });

  it("are refused for files that go through the server", async () => {
    const runId = await run();
    const upload = (body: object) => ask("POST", `${API}/artifacts/presigned-upload-url`, body);
    const download = (body: object) => ask("POST", `${API}/artifacts/presigned-download-url`, body);
    const proxied = /^Presigned \w+ is not supported for .* \(artifact URI scheme: mlflow-artifacts\)/;
    expect((await upload({ run_id: runId, path: "a" })).message).toMatch(proxied);
    expect((await download({ run_id: runId, path: "a" })).message).toMatch(proxied);
    expect((await upload({ path: "a" })).message).toBe("Exactly one of run_id and model_id must be provided.");
    expect((await upload({ run_id: runId, model_id: "m-1", path: "a" })).status).toBe(400);
    expect((await upload({ run_id: runId, path: "../a" })).message).toBe("Invalid path");
    expect((await upload({ run_id: "0".repeat(32), path: "a" })).status).toBe(404);
    expect((await upload({ model_id: "m-1", path: "a" })).status).toBe(404);
    expect((await download({ run_id: runId, path: "a", expiration: 604_801 })).message).toMatch(/between 1 and 604800/);
  });
});
