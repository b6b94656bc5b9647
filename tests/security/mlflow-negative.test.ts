import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { useHouse } from "../support/house.ts";
import { type RawRequest, sendRaw } from "../support/raw-http.ts";
import { expectRefusal } from "../support/refusals.ts";
import { readSources } from "../support/sources.ts";

/** What must not work, by the numbers of §7.2 of the protocol's notes; 1, 7, 9, 10, 11 and 15 have files of their own. */
const open = useHouse();
const API = "/api/2.0/mlflow";
const FILES = "/api/2.0/mlflow-artifacts/artifacts";
const JSON_TYPE = { "content-type": "application/json" };
const Run = z.object({ run: z.object({ info: z.object({ run_id: z.string() }) }) });
const LoggedModel = z.object({ model: z.object({ info: z.object({ model_id: z.string() }) }) });
const Page = z.object({ next_page_token: z.string().optional() }).loose();

const post = (route: string, body: object, base = API): RawRequest => ({
  method: "POST",
  path: `${base}/${route}`,
  headers: JSON_TYPE,
  body: JSON.stringify(body),
});
const refuse = (sent: RawRequest, status?: number) => expectRefusal(open(), sent, status);

async function send(sent: RawRequest, token = open().token) {
  const headers = { authorization: `Bearer ${token}`, ...sent.headers };
  const { status, text } = await sendRaw(open().url, { ...sent, headers });
  return { status, text };
}

async function ok(sent: RawRequest, token?: string): Promise<unknown> {
  const { status, text } = await send(sent, token);
  expect([sent.path, status, text.slice(0, 200)]).toEqual([sent.path, 200, text.slice(0, 200)]);
  return JSON.parse(text);
}

const newRun = async (base = API, token?: string): Promise<string> =>
  Run.parse(await ok(post("runs/create", { experiment_id: "0" }, base), token)).run.info.run_id;
const put = (runId: string, file: string, content = "x"): RawRequest => ({
  method: "PUT",
  path: `${FILES}/team/main/runs/${runId}/artifacts/${file}`,
  body: content,
});

/** What another workspace has, and the token of somebody there. */
const theirs = { token: "", runId: "", modelId: "", experiment: "" };
let runId = "";

beforeAll(async () => {
  const house = open();
  await house.workspace("theirs");
  theirs.token = await house.tokenOf(await house.person("Eve", "admin", "theirs"), {
    workspace: "theirs",
    scopes: ["admin"],
  });
  theirs.runId = await newRun(API, theirs.token);
  await ok(post("runs/log-metric", { run_id: theirs.runId, key: "loss", value: 1, timestamp: 1 }), theirs.token);
  const made = await ok(post("logged-models", { experiment_id: "0", name: "m" }), theirs.token);
  theirs.modelId = LoggedModel.parse(made).model.info.model_id;
  const experiment = await ok(post("experiments/create", { name: "secret plans" }), theirs.token);
  theirs.experiment = z.object({ experiment_id: z.string() }).parse(experiment).experiment_id;
  runId = await newRun();
});

describe("2: names that look alike", () => {
  it("are different files where only their case differs, and one where only their composition does", async () => {
    for (const [file, content] of [
      ["Weights.bin", "upper"],
      ["weights.bin", "lower"],
      ["caf%C3%A9.txt", "composed"],
      ["cafe%CC%81.txt", "decomposed"],
    ] as const)
      await ok(put(runId, file, content));
    const get = async (file: string) => (await send({ path: put(runId, file).path })).text;
    expect([await get("Weights.bin"), await get("weights.bin")]).toEqual(["upper", "lower"]);
    expect([await get("caf%C3%A9.txt"), await get("cafe%CC%81.txt")]).toEqual(["decomposed", "decomposed"]);
  });

  it("cannot be a file and a folder at once", async () => {
    await ok(put(runId, "plots/loss.png"));
    await refuse(put(runId, "plots"), 400);
    await refuse(put(runId, "plots/loss.png/inside.txt"), 400);
    await ok(put(runId, "plots/loss.png", "again"));
    await ok(put(runId, "plots.txt"));
  });

  it("cannot be a file and a folder, however close together they come", async () => {
    for (let round = 0; round < 20; round += 1) {
      const both = await Promise.all([send(put(runId, `race-${round}`)), send(put(runId, `race-${round}/inside`))]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    }
  });

  it("never reach the files of another run", async () => {
    await ok(put(runId, "same.txt", "mine"));
    const other = await newRun();
    await ok(put(other, "same.txt", "other"));
    expect((await send({ path: put(runId, "same.txt").path })).text).toBe("mine");
  });
});

it("3: lists nothing below a file, and unpacks no archive", async () => {
  const archive = gzipSync("not a folder").toString("latin1");
  await ok(put(runId, "data.tar.gz", archive));
  const { path } = put(runId, "data.tar.gz/inside.txt");
  expect((await send({ path })).status).toBe(404);
  const list = await ok({ path: `${API}/artifacts/list?run_id=${runId}&path=data.tar.gz` });
  expect(Object.keys(Object(list))).not.toContain("files");
});

/** Somewhere that would notice being asked. */
const visited: string[] = [];
const listener = createServer((request, response) => {
  visited.push(request.url ?? "");
  response.end("{}");
});
beforeAll(() => new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => listener.close(resolve)));
const elsewhere = (): string => `http://127.0.0.1:${(listener.address() as AddressInfo).port}/model`;

const PLACES = [
  "/etc/passwd",
  "file:///etc/passwd",
  "https://example.org/x",
  "ftp://example.org/x",
  "gopher://example.org/x",
  "s3://other-tenant/x",
  "http://169.254.169.254/latest/meta-data",
  "http://[::1]/x",
  "dbfs:/x",
  "runs:/../x",
  "mlflow-artifacts:/../..",
  "mlflow-artifacts:/team/main/../../theirs/main",
  "mlflow-artifacts:/theirs/main/experiments/0",
  "mlflow-artifacts:/team/main/?x=..",
  "mlflow-artifacts:/team/main/#frag",
  "mlflow-artifacts://host/team/main",
  `mlflow-artifacts:/team/main/${"a".repeat(3_000)}`,
];

it.each(PLACES)("4: no experiment is kept at %s", async (artifact_location) => {
  await refuse(post("experiments/create", { name: "placed", artifact_location }), 400);
});

describe("5: no version comes from", () => {
  beforeAll(() => ok(post("registered-models/create", { name: "line" })));
  const prompt = [{ key: "mlflow.prompt.is_prompt", value: "true" }];

  it.each(PLACES)("%s, whatever else is said of it", async (source) => {
    for (const more of [{}, { tags: prompt }, { run_id: runId }, { model_id: theirs.modelId }]) {
      await refuse(post("model-versions/create", { name: "line", source, ...more }));
    }
  });

  it("a place on the network, which is not even looked at", async () => {
    const url = elsewhere();
    for (const body of [{ source: url }, { source: `runs:/${runId}/m`, run_link: url.replace("http", "javascript") }]) {
      await refuse(post("model-versions/create", { name: "line", ...body }));
    }
    expect(visited).toEqual([]);
  });

  it("another tenant's run or model", async () => {
    for (const body of [
      { source: `runs:/${theirs.runId}/m` },
      { source: `models:/${theirs.modelId}` },
      { source: `mlflow-artifacts:/theirs/main/runs/${theirs.runId}/artifacts/m` },
      { source: `runs:/${runId}/m`, run_id: theirs.runId },
      { source: `runs:/${runId}/m`, model_id: theirs.modelId },
    ]) {
      await refuse(post("model-versions/create", { name: "line", ...body }));
    }
  });
});

it("6: keeps the source of a version whatever is sent to change it, and tells nobody else where it is", async () => {
  await ok(put(runId, "frozen/MLmodel", "m"));
  await ok(post("registered-models/create", { name: "kept" }));
  await ok(post("model-versions/create", { name: "kept", source: `runs:/${runId}/frozen` }));
  const shown = async () => JSON.stringify(await ok({ path: `${API}/model-versions/get?name=kept&version=1` }));
  const source = `"source":"runs:/${runId}/frozen"`;
  const change = { name: "kept", version: "1", source: "file:///etc", description: "changed" };
  await ok({ ...post("model-versions/update", change), method: "PATCH" });
  await ok(post("registered-models/rename", { name: "kept", new_name: "renamed", source: "file:///etc" }));
  await ok(post("registered-models/rename", { name: "renamed", new_name: "kept" }));
  expect(await shown()).toContain(source);
  const asked = await send({ path: `${API}/model-versions/get-download-uri?name=kept&version=1` }, theirs.token);
  expect(asked.status).toBe(404);
});

describe("8: reads of many at once leak nothing", () => {
  it("of another tenant's runs", async () => {
    const both = `run_ids=${runId}&run_ids=${theirs.runId}`;
    await refuse({ path: `${API}/metrics/get-history-bulk-interval?${both}&metric_key=loss` }, 404);
    const found = JSON.stringify(await ok(post("runs/search", { experiment_ids: ["0", theirs.experiment] })));
    expect(found).not.toContain(theirs.runId);
    for (const route of ["model-versions/search", "registered-models/search"]) {
      const listed = JSON.stringify(await ok({ path: `${API}/${route}` }, theirs.token));
      expect(listed).not.toContain("kept");
    }
    const models = await ok(post("logged-models/search", { experiment_ids: ["0", theirs.experiment] }));
    expect(JSON.stringify(models)).not.toContain(theirs.modelId);
  });

  it.each<[string, () => RawRequest]>([
    ["an input", () => post("runs/log-inputs", { run_id: runId, models: [{ model_id: theirs.modelId }] })],
    ["an output", () => post("runs/outputs", { run_id: runId, models: [{ model_id: theirs.modelId, step: 0 }] })],
    [
      "a metric",
      () => post("runs/log-metric", { run_id: runId, key: "a", value: 1, timestamp: 1, model_id: theirs.modelId }),
    ],
    ["an alias", () => post("registered-models/alias", { name: "nothing of ours", alias: "a", version: "1" })],
  ])("and nothing of theirs becomes %s of ours", async (_what, sent) => {
    await refuse(sent());
  });
});

describe("12: page tokens hold for their own query only", () => {
  const SEARCHES: [string, (token?: string) => RawRequest][] = [
    ["runs", (page_token) => post("runs/search", { experiment_ids: ["0"], max_results: 1, page_token })],
    ["experiments", (page_token) => post("experiments/search", { max_results: 1, page_token })],
    [
      "registered models",
      (token) => ({ path: `${API}/registered-models/search?max_results=1${token ? `&page_token=${token}` : ""}` }),
    ],
    [
      "model versions",
      (token) => ({ path: `${API}/model-versions/search?max_results=1${token ? `&page_token=${token}` : ""}` }),
    ],
    [
      "logged models",
      (page_token) => post("logged-models/search", { experiment_ids: ["0"], max_results: 1, page_token }),
    ],
    [
      "history",
      (token) => ({
        path: `${API}/metrics/get-history?run_id=${runId}&metric_key=pages&max_results=1${token ? `&page_token=${token}` : ""}`,
      }),
    ],
  ];
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    await ok(post("experiments/create", { name: "paged" }));
    for (const name of ["one", "two"]) {
      await newRun();
      await ok(post("logged-models", { experiment_id: "0", name }));
      await ok(post("registered-models/create", { name }));
      await ok(post("model-versions/create", { name, source: `runs:/${runId}/frozen` }));
      await ok(post("runs/log-metric", { run_id: runId, key: "pages", value: name === "one" ? 1 : 2, timestamp: 1 }));
    }
    for (const [what, search] of SEARCHES) {
      const { next_page_token: token = "" } = Page.parse(await ok(search()));
      expect([what, token === ""]).toEqual([what, false]);
      tokens.set(what, token);
    }
  });

  it.each(SEARCHES)("of %s", async (what, search) => {
    const own = tokens.get(what) ?? "";
    await ok(search(own));
    const tampered = own.slice(0, -4) + (own.endsWith("AAAA") ? "BBBB" : "AAAA");
    const foreign = [...tokens].filter(([other]) => other !== what).map(([, token]) => token);
    for (const token of [tampered, "x", "e30", ...foreign]) {
      const answer = await send(search(token));
      expect([what, token, answer.status]).toEqual([what, token, 400]);
    }
    // The same query of another tenant is another query.
    expect((await send(search(own), theirs.token)).status).toBeGreaterThanOrEqual(400);
  });
});

it("14: answers no other origin, and says so to no browser", async () => {
  const headers = { origin: "https://evil.example.org", "access-control-request-method": "POST" };
  for (const sent of [
    post("runs/search", { experiment_ids: ["0"] }),
    { path: `${API}/experiments/get?experiment_id=0` },
  ]) {
    const response = await open().fetch(sent.path, { method: sent.method ?? "GET", headers });
    const names = [...response.headers.keys()];
    expect(names.filter((name) => name.startsWith("access-control-"))).toEqual([]);
  }
});

describe("16: content does no harm", () => {
  const SCRIPT = "<script>alert(1)</script>";

  it.each(["a.html", "a.svg", "a.xml", "a.pdf", "a.xhtml", "MLmodel", "a.md", "a.js"])("as %s", async (file) => {
    await ok(put(runId, file, SCRIPT));
    const response = await open().fetch(`${API.replace(API, "")}/get-artifact?run_id=${runId}&path=${file}`);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
  });

  it("in names and values, which come back as they are, in JSON", async () => {
    const tags = [{ key: "note", value: SCRIPT }];
    const made = await ok(post("runs/create", { experiment_id: "0", run_name: SCRIPT, tags }));
    const { run_id: id } = Run.parse(made).run.info;
    const response = await open().fetch(`${API}/runs/get?run_id=${id}`);
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(await response.text()).toContain(SCRIPT);
  });

  it("by its depth or its size unpacked", async () => {
    const deep = `{"run_id":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    await refuse({ method: "POST", path: `${API}/runs/log-batch`, headers: JSON_TYPE, body: deep }, 400);
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const headers = { ...JSON_TYPE, "content-encoding": "gzip" };
    await refuse({ method: "POST", path: `${API}/runs/log-batch`, headers, body: bomb });
  });

  it("by how much a search asks for", async () => {
    const experiment_ids = ["0"];
    for (const body of [
      { filter: Array.from({ length: 10_000 }, () => "metrics.a > 1").join(" AND ") },
      { order_by: Array.from({ length: 1_000 }, (_, at) => `metrics.m${at} ASC`) },
      { max_results: 50_001 },
    ]) {
      await refuse(post("runs/search", { experiment_ids, ...body }), 400);
    }
    await ok(post("runs/search", { experiment_ids, filter: `params.p LIKE '${"%_".repeat(1_000)}'` }));
  });
});

describe("17: text is never SQL", () => {
  const TEXTS = ["'; DROP TABLE run; --", `" OR 1=1 --`, "\\", "') OR ('1'='1", "$1", "%'", "a'||pg_sleep(10)||'"];

  it.each(TEXTS)("%s", async (text) => {
    const quoted = `'${text.replaceAll("'", "''")}'`;
    const filters = [
      `tags.a = ${quoted}`,
      `params.a LIKE ${quoted}`,
      `attributes.run_name ILIKE ${quoted}`,
      `attributes.run_id IN (${quoted})`,
      `metrics.\`${text}\` > 1`,
      `tags."${text}" = 'a'`,
    ];
    for (const sent of [
      ...filters.map((filter) => post("runs/search", { experiment_ids: ["0"], filter })),
      post("runs/search", { experiment_ids: ["0"], order_by: [`metrics.\`${text}\` DESC`, text] }),
      post("runs/search", { experiment_ids: ["0"], page_token: text }),
      post("experiments/search", { max_results: 5, filter: `name = ${quoted}` }),
      { path: `${API}/registered-models/search?filter=${encodeURIComponent(`name LIKE ${quoted}`)}` },
      { path: `${API}/experiments/get-by-name?experiment_name=${encodeURIComponent(text)}` },
      { path: `${API}/metrics/get-history?run_id=${runId}&metric_key=${encodeURIComponent(text)}` },
    ]) {
      const { status, text: answer } = await send(sent);
      expect([sent.body ?? sent.path, status < 500]).toEqual([sent.body ?? sent.path, true]);
      expect(answer).not.toMatch(/select |insert |syntax error|pg_catalog|at \w+ \(|node_modules/i);
    }
    expect((await open().sql<{ n: number }>("select count(*)::int as n from run"))[0]?.n).toBeGreaterThan(0);
  });
});

it("18: nothing in the server could read a pickle", () => {
  const readers = /\b(pickle|joblib|cloudpickle)\b.*\b(load|parse|read)|child_process|node:vm|\beval\(|new Function\(/;
  const sources = readSources(["packages", "apps"], [".ts", ".tsx"]).filter(({ path }) => !/\.test\.tsx?$/.test(path));
  // These start PostgreSQL, and on the machine that trains, git: neither is content of anybody's.
  const starters = ["packages/db/src/embedded/", "packages/sdk/src/code-state.ts"];
  const found = sources.filter(({ path, text }) => readers.test(text) && !starters.some((at) => path.startsWith(at)));
  expect(found.map(({ path }) => path)).toEqual([]);
});

describe("20: names", () => {
  it.each(["..", ".", "a/b", "a:b", "a%2Fb/c", " ", ""])("of a model cannot be %j", async (name) => {
    await refuse(post("registered-models/create", { name }), 400);
  });

  it.each(["a b", "a/b", "..", "ａ", "a%2Fb", "latest", "v1", ""])("of an alias cannot be %j", async (alias) => {
    await refuse(post("registered-models/alias", { name: "one", alias, version: "1" }), 400);
  });
});

describe("21: a file that does not come whole is no file", () => {
  it("sent in pieces without a length is taken", async () => {
    const sent = put(runId, "pieces.txt", "in pieces");
    expect((await send({ ...sent, isChunked: true })).status).toBe(200);
    expect((await send({ path: sent.path })).text).toBe("in pieces");
  });

  it("shorter than it said leaves nothing", async () => {
    const { path } = put(runId, "short.txt");
    const { hostname, port, host } = new URL(open().url);
    const socket = connect(Number(port), hostname);
    socket.write(`PUT ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${open().token}\r\n`);
    socket.end("Content-Length: 5000\r\n\r\nshort");
    // The server hangs up on what cannot become whole.
    socket.resume().on("error", () => undefined);
    await once(socket, "close");
    expect((await send({ path })).status).toBe(404);
  });

  it("with a length and pieces at once is refused", async () => {
    const headers = { "transfer-encoding": "chunked", "content-length": "3" };
    const sent = put(runId, "both.txt", "abc");
    const { status } = await send({ ...sent, headers, isChunked: true }).catch(() => ({ status: 400 }));
    expect([200, 400]).toContain(status);
    expect((await send({ path: `${API}/experiments/get?experiment_id=0` })).status).toBe(200);
  });
});
