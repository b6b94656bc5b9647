import { readdir } from "node:fs/promises";
import { request } from "node:http";
import path from "node:path";
import { RunId } from "@assay/contract";
import { expect, it } from "vitest";
import { z } from "zod";
import { useHouse } from "../support/house.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const API = "/api/2.0/mlflow";
const ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts";
const NOBODY = "0".repeat(32);
const WireError = z.object({ error_code: z.string(), message: z.string() });

interface Answer {
  status: number;
  body: z.infer<typeof WireError>;
}

async function send(target: string, init: RequestInit, token?: string | null): Promise<Answer> {
  const response = await open().fetch(target, init, token);
  return { status: response.status, body: WireError.parse(await response.json()) };
}

const JSON_TYPE = { "content-type": "application/json" };
const post = (route: string, body: unknown, token?: string | null): Promise<Answer> =>
  send(
    `${API}/${route}`,
    { method: "POST", headers: JSON_TYPE, body: typeof body === "string" ? body : JSON.stringify(body) },
    token,
  );

async function ok(route: string, body: object, base = API): Promise<unknown> {
  const init = { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) };
  const response = await open().fetch(`${base}/${route}`, init);
  expect(response.status).toBe(200);
  return response.json();
}

const Created = z.object({ run: z.object({ info: z.object({ run_id: RunId }) }) });
const newRun = async (base = API): Promise<RunId> =>
  Created.parse(await ok("runs/create", { experiment_id: "0" }, base)).run.info.run_id;

/** Sends a path exactly as written: a URL parser would resolve its dots. */
function rawRequest(method: string, target: string, body = "x"): Promise<{ status: number; body: string }> {
  const { port } = new URL(open().url);
  const headers = { authorization: `Bearer ${open().token}`, host: `127.0.0.1:${port}` };
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path: target, headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on("error", reject);
    sent.end(method === "PUT" ? body : undefined);
  });
}

const countOf = async (table: "artifact" | "metric_hot_0" | "run" | "model_version"): Promise<number> =>
  Number((await open().sql<{ count: string }>(`SELECT count(*) FROM ${table}`))[0]?.count);

// MLflow §7.2-19, issue 2 "Bad input".
it.each([
  ["runs/log-metric", "{"],
  ["runs/log-metric", "[]"],
  ["runs/log-metric", "7"],
  ["runs/log-metric", "null"],
  ["runs/log-metric", '"not json again"'],
  ["runs/log-metric", "\u0000"],
  ["runs/log-metric", `{"run_id":"${NOBODY}","key":"a","timestamp":1,"value":1,"step":1e400}`],
  ["runs/log-metric", `{"run_id":"${NOBODY}","key":"a","timestamp":1,"value":NaN}`],
  ["runs/create", { experiment_id: 0 }],
  ["runs/create", { experiment_id: "0", start_time: 1e300 }],
  ["runs/create", { experiment_id: "0", start_time: -1 }],
  ["runs/create", { experiment_id: "0", tags: "x" }],
  ["runs/create", { experiment_id: "0", tags: [{ key: 1 }] }],
  ["runs/create", { experiment_id: "0", tags: [{ key: "a", value: "\u0000" }] }],
  ["runs/create", { experiment_id: "0", tags: [{ key: "__proto__", value: "x" }] }],
  ["runs/search", { experiment_ids: ["0"], max_results: "1e9" }],
  ["runs/search", { experiment_ids: ["0"], filter: "'" }],
  ["runs/search", { experiment_ids: ["0"], filter: `${"(".repeat(3_000)}metrics.a > 1` }],
  ["runs/search", { experiment_ids: ["0"], filter: Array.from({ length: 300 }, () => "metrics.a > 1").join(" OR ") }],
  ["runs/search", { experiment_ids: ["0"], order_by: ["metrics.a; DROP TABLE run"] }],
  ["runs/search", { experiment_ids: ["0"], page_token: "eyJ2IjoxfQ" }],
  ["runs/search", { experiment_ids: ["0"], run_view_type: "EVERYTHING" }],
  ["experiments/create", { name: "x".repeat(5_000) }],
  ["experiments/create", { name: "a\u0000b" }],
  ["experiments/search", { filter: "tags.`a' OR 1=1 --` = 'x'; SELECT 1" }],
  ["registered-models/create", { name: "../x" }],
  ["registered-models/create", { name: ".." }],
  ["registered-models/alias", { name: "m", alias: "a b", version: "1" }],
  ["model-versions/create", { name: "m", source: 1 }],
  ["logged-models", { experiment_id: "0", name: "a/b" }],
  ["logged-models/search", { experiment_ids: [] }],
])("%s refuses a malformed body with a sentence: %j", async (route, body) => {
  const { status, body: answer } = await post(route, body);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(429);
  expect(answer.message).not.toBe("");
  expect(answer.message).not.toMatch(/prisma|postgres|SELECT .* FROM|\/work|node_modules|\n\s+at /i);
});

it.each(["Infinity", "NaN", 1.5, "1e3", 2 ** 53, [], {}])("refuses the step %j and stores nothing", async (step) => {
  const runId = await newRun();
  const points = await countOf("metric_hot_0");
  const text = `{"run_id":"${runId}","key":"a","value":1,"timestamp":1,"step":${JSON.stringify(step)}}`;
  const { status, body } = await post("runs/log-metric", text);
  expect([status, body.error_code]).toEqual([400, "INVALID_PARAMETER_VALUE"]);
  expect(body.message).toContain("'step'");
  expect(await countOf("metric_hot_0")).toBe(points);
});

it("takes all of a batch or nothing", async () => {
  const runId = await newRun();
  await ok("runs/log-parameter", { run_id: runId, key: "p", value: "old" });
  const points = await countOf("metric_hot_0");
  const batch = {
    metrics: [{ key: "a", value: 1, timestamp: 1 }],
    params: [{ key: "p", value: "new" }],
    tags: [{ key: "t", value: "x" }],
  };
  expect((await post("runs/log-batch", { run_id: runId, ...batch })).status).toBe(400);
  const metrics = [{ ...batch.metrics[0], model_id: `m-${NOBODY}` }];
  expect((await post("runs/log-batch", { run_id: runId, ...batch, params: [], metrics })).status).toBe(404);
  expect(await countOf("metric_hot_0")).toBe(points);
  expect(await open().sql("SELECT key FROM run_tag WHERE run_id = $1", [runId])).toEqual([]);
});

it("refuses 20 MB of JSON with 413 and goes on answering", async () => {
  const runId = await newRun();
  const body = JSON.stringify({ run_id: runId, key: "big", value: "x".repeat(20 * 1024 * 1024) });
  const { status, body: answer } = await post("runs/set-tag", body);
  expect([status, answer.error_code]).toEqual([413, "INVALID_PARAMETER_VALUE"]);
  expect((await open().fetch("/health", {}, null)).status).toBe(200);
});

it("takes a dataset with the longest profile there may be, and no longer one", async () => {
  const runId = await newRun();
  const logInputs = async (length: number) => {
    const dataset = { name: "wide", digest: "d1", source_type: "local", source: "{}", profile: '"'.repeat(length) };
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ run_id: runId, datasets: [{ dataset }] });
    const answer = await open().fetch(`${API}/runs/log-inputs`, { method: "POST", headers, body });
    return [answer.status, await answer.text()];
  };
  expect(await logInputs(16_777_216)).toEqual([400, expect.stringContaining("profile")]);
  expect(await logInputs(16_777_215)).toEqual([200, "{}"]);
  const rows = await open().sql("SELECT length(profile) AS length FROM dataset WHERE name = 'wide'");
  expect(rows).toEqual([{ length: 16_777_215 }]);
});

it("refuses a form where JSON belongs, as a page on another site could send it", async () => {
  const init = { method: "POST", headers: { "content-type": "text/plain" }, body: '{"name":"from elsewhere"}' };
  expect((await send(`${API}/experiments/create`, init)).status).toBe(400);
});

// MLflow §7.2-1: on upload, download, list and delete.
const BAD_PATHS = [
  "../x",
  "a/../../x",
  "..%2fx",
  "%2e%2e/x",
  "%2e%2e%2fx",
  "%252e%252e%252fx",
  "..%5cx",
  "a%5c..%5cx",
  "%2fetc%2fpasswd",
  "C:%5cx",
  "C:/x",
  "file:%2f%2f%2fetc",
  "a%00b",
  "a%0ab",
  "./x",
  "a/./b",
  "%c0%ae%c0%ae/x",
  "%ff",
  "%",
  "..%c0%afx",
  "%ef%bc%8e%ef%bc%8e/x",
  "a/%2e",
  "x".repeat(1_100),
  `${"y".repeat(300)}/z`,
];

it.each(BAD_PATHS)("refuses the artifact path %j in all four ways, and stores nothing", async (bad) => {
  const root = `${ARTIFACTS}/team/main/runs/${await newRun()}/artifacts`;
  const files = await countOf("artifact");
  for (const method of ["PUT", "GET"]) {
    const { status, body } = await rawRequest(method, `${root}/${bad}`);
    expect([status, JSON.parse(body).message]).toEqual([400, "Invalid path"]);
  }
  // Refused for its path or for the missing right, never found.
  expect([400, 403]).toContain((await rawRequest("DELETE", `${root}/${bad}`)).status);
  expect(await countOf("artifact")).toBe(files);
});

it.each(["../x", "a/../../x", "%2e%2e%2fx", "..\\x", "/etc/passwd", "C:\\x", "a\u0000b"])(
  "refuses to list %j",
  async (bad) => {
    const runId = await newRun();
    const list = (query: Record<string, string>, path: string) => send(`${path}?${new URLSearchParams(query)}`, {});
    const inProxy = await list({ path: `team/main/runs/${runId}/artifacts/${bad}` }, ARTIFACTS);
    const inRun = await list({ run_id: runId, path: bad }, `${API}/artifacts/list`);
    expect([inProxy.status, inRun.status]).toEqual([400, 400]);
  },
);

it("lists and reads only below a root of its own layout", async () => {
  for (const path of ["", "/", "team", "team/main", "team/main/runs", "etc/passwd"]) {
    expect((await send(`${ARTIFACTS}?${new URLSearchParams({ path })}`, {})).status).toBe(400);
  }
});

it("hands active content over as an inert download", async () => {
  const target = `${ARTIFACTS}/team/main/runs/${await newRun()}/artifacts/page.html`;
  await open().fetch(target, {
    method: "PUT",
    body: "<script>alert(1)</script>",
    headers: { "content-type": "image/png" },
  });
  const { headers } = await open().fetch(target);
  expect(headers.get("content-type")).toBe("text/html");
  expect(headers.get("content-disposition")).toMatch(/^attachment/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("sandbox");
});

it("keeps nothing of an upload that breaks off", async () => {
  const target = `${ARTIFACTS}/team/main/runs/${await newRun()}/artifacts/half.bin`;
  const incoming = path.join(open().dataDir, "blobs", "incoming");
  const { port } = new URL(open().url);
  const headers = { authorization: `Bearer ${open().token}`, host: `127.0.0.1:${port}`, "content-length": 1_000_000 };
  const sent = request({ host: "127.0.0.1", port, method: "PUT", path: target, headers });
  sent.on("error", () => undefined);
  sent.write(Buffer.alloc(100_000));
  await waitFor(async () => (await readdir(incoming)).length === 1);
  sent.destroy();
  await waitFor(async () => (await readdir(incoming)).length === 0);
  expect((await send(target, {})).status).toBe(404);
});

// MLflow §7.2-7, 8 and 11: what is not yours answers as what does not exist.
it("answers another project's ids as it answers ids that do not exist", async () => {
  const house = open();
  await house.project("secret");
  const foreign = await newRun(`/p/team/secret${API}`);
  const owner = await house.person("limited", "editor");
  const token = await house.tokenOf(owner, { project: "main" });
  const refusal = async (id: string) => {
    const query = new URLSearchParams({ run_id: id });
    const answers = [
      await send(`${API}/runs/get?${query}`, {}, token),
      await send(`${API}/artifacts/list?${query}`, {}, token),
      await send(`${API}/metrics/get-history?${query}&metric_key=a`, {}, token),
      await send(`${API}/metrics/get-history-bulk-interval?run_ids=${id}&metric_key=a`, {}, token),
      await send(`${ARTIFACTS}/team/main/runs/${id}/artifacts/x`, { method: "PUT", body: "x" }, token),
      await post("runs/log-metric", { run_id: id, key: "a", value: 1, timestamp: 1 }, token),
      await post("runs/log-batch", { run_id: id, tags: [{ key: "mlflow.note.content", value: "x" }] }, token),
      await post("runs/update", { run_id: id, status: "FAILED" }, token),
      await post("runs/delete", { run_id: id }, token),
      await post(
        "runs/log-inputs",
        { run_id: id, datasets: [{ dataset: { name: "a", digest: "b", source_type: "c", source: "d" } }] },
        token,
      ),
      await post("runs/outputs", { run_id: id, models: [] }, token),
      await post("logged-models", { experiment_id: "0", name: "a", source_run_id: id }, token),
    ];
    return answers.map(({ status, body }) => ({ status, ...body, message: body.message.replaceAll(id, "<id>") }));
  };
  const answers = await refusal(foreign);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  expect(answers).toEqual(await refusal(NOBODY));
  for (const path of [`/p/team/secret${API}`, `/p/other/main${API}`]) {
    expect((await send(`${path}/experiments/get?experiment_id=0`, {}, token)).status).toBe(404);
  }
});

it("takes a tag that names another project's run as the parent for text", async () => {
  const house = open();
  await house.project("family");
  const foreign = await newRun(`/p/team/family${API}`);
  const parent = { key: "mlflow.parentRunId", value: foreign };
  const runId = await newRun();
  await ok("runs/set-tag", { run_id: runId, ...parent });
  await ok("runs/create", { experiment_id: "0", tags: [parent] });
  expect(await house.sql("SELECT id FROM run WHERE parent_run_id IS NOT NULL")).toEqual([]);
});

it("does not reach over into another project by an artifact path or a model source", async () => {
  const house = open();
  await house.project("vault");
  const foreign = await newRun(`/p/team/vault${API}`);
  const path = `team/vault/runs/${foreign}/artifacts/x`;
  expect((await send(`${ARTIFACTS}/${path}`, { method: "PUT", body: "x" })).status).toBe(404);
  expect((await send(`${ARTIFACTS}/${path}`, {})).status).toBe(404);
  await ok("registered-models/create", { name: "target" });
  const versions = await countOf("model_version");
  for (const source of [
    `runs:/${foreign}/x`,
    `mlflow-artifacts:/${path}`,
    `models:/m-${foreign}`,
    "models:/target/1",
  ]) {
    expect((await post("model-versions/create", { name: "target", source })).status).toBe(404);
  }
  for (const source of [
    "file:///etc",
    "/etc/passwd",
    "http://127.0.0.1/",
    "gopher://x",
    "s3://a/b",
    "\\\\host\\share",
    "mlflow-artifacts://host/x",
  ]) {
    const { status, body } = await post("model-versions/create", {
      name: "target",
      source,
      run_link: "javascript:alert(1)",
    });
    expect([status, body.message]).toEqual([400, expect.stringContaining("Invalid model version source")]);
  }
  expect(await countOf("model_version")).toBe(versions);
});

it("refuses anonymous, malformed, expired, revoked and read-only credentials", async () => {
  const house = open();
  const owner = await house.person("owner", "editor");
  const expired = await house.tokenOf(owner);
  const revoked = await house.tokenOf(owner);
  const readOnly = await house.tokenOf(owner, { scopes: ["read"] });
  const idOf = (token: string): string => token.split("_")[1] ?? "";
  await house.sql("UPDATE api_token SET expires_at = now() - interval '1 second' WHERE public_id = $1", [
    idOf(expired),
  ]);
  await house.sql("UPDATE api_token SET revoked_at = now() WHERE public_id = $1", [idOf(revoked)]);
  const runs = await countOf("run");
  const wrong = `${readOnly.slice(0, -1)}${readOnly.endsWith("0") ? "1" : "0"}`;
  for (const token of [null, "", "nonsense", wrong, expired, revoked]) {
    const { status, body } = await post("runs/create", { experiment_id: "0" }, token);
    expect([status, body.error_code]).toEqual([401, "UNAUTHENTICATED"]);
  }
  const refused = await post("runs/create", { experiment_id: "0" }, readOnly);
  expect([refused.status, refused.body.error_code]).toEqual([403, "PERMISSION_DENIED"]);
  expect((await house.fetch(`${API}/experiments/get?experiment_id=0`, {}, readOnly)).status).toBe(200);
  expect(await countOf("run")).toBe(runs);
});

it("moves no protected alias, by alias or by stage, and says where to ask", async () => {
  const runId = await newRun();
  await open().fetch(`${ARTIFACTS}/team/main/runs/${runId}/artifacts/model/MLmodel`, {
    method: "PUT",
    body: "flavors: {}",
  });
  await ok("registered-models/create", { name: "guarded" });
  await ok("model-versions/create", { name: "guarded", source: `runs:/${runId}/model` });
  await open().sql(
    `WITH guarded AS (SELECT m.id, m.workspace_id, m.project_id FROM registered_model m WHERE m.name = 'guarded'),
      policy AS (INSERT INTO policy (id, workspace_id, project_id, name)
        SELECT gen_random_uuid(), workspace_id, project_id, 'two eyes' FROM guarded RETURNING id)
     INSERT INTO protected_alias (model_id, alias, policy_id) SELECT guarded.id, 'production', policy.id FROM guarded, policy`,
  );
  const attempts = [
    await post("registered-models/alias", { name: "guarded", alias: "production", version: "1" }),
    await post("model-versions/transition-stage", { name: "guarded", version: "1", stage: "Production" }),
    await post("model-versions/transition-stage", {
      name: "guarded",
      version: "1",
      stage: "Production",
      archive_existing_versions: true,
    }),
  ];
  for (const { status, body } of attempts) {
    expect([status, body.error_code]).toEqual([403, "PERMISSION_DENIED"]);
    expect(body.message).toContain(`${open().url}/team/main/models/guarded`);
  }
  await ok("model-versions/set-tag", { name: "guarded", version: "1", key: "mlflow.stage", value: "Production" });
  const Version = z.object({ model_version: z.object({ current_stage: z.string() }) });
  const response = await open().fetch(`${API}/model-versions/get?name=guarded&version=1`);
  expect(Version.parse(await response.json()).model_version.current_stage).toBe("None");
});

it("answers routes it does not have with a clean 404, whoever asks", async () => {
  for (const route of [
    "/api/3.0/mlflow/traces",
    `${API}/traces/search`,
    `${API}/nothing`,
    "/ajax-api/2.0/mlflow/gateway-proxy",
    "/api/2.0/x",
    "/v1/traces",
    "/graphql",
    "/gateway/chat/invocations",
  ]) {
    const { status, body } = await send(route, { method: "POST", headers: JSON_TYPE, body: "{}" });
    expect([status, body.error_code]).toEqual([404, "ENDPOINT_NOT_FOUND"]);
  }
  const twin = await open().fetch("/ajax-api/2.0/mlflow/experiments/get?experiment_id=0", {}, null);
  expect(twin.status).toBe(401);
});
