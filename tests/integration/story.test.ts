import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Assay } from "@assay/sdk";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse({ hasWorker: true });

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const SOURCE = { type: "script", commit: COMMIT, branch: "main", isDirty: false };
const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

type Run = Awaited<ReturnType<Assay["createRun"]>>;

async function readFile(run: Run, name: string): Promise<Response> {
  return open().fetch(`/api/artifacts/team/main/run/${run.id}/${name}`);
}

it("keeps what a run is started with: params, tags, code, notes and environment", async () => {
  const assay = open().client();
  const run = await assay.createRun({
    experiment: "digits",
    name: "first",
    params: { lr: 0.01, model: "mlp", "with bias": true },
    tags: { team: "vision" },
    source: SOURCE,
    notes: "# Why",
    environment: { language: "Node.js", packages: { zod: "4" } },
  });
  const detail = await assay.runs.get(run.id);
  expect(detail).toMatchObject({
    name: "first",
    status: "running",
    lifecycle: "active",
    params: { lr: "0.01", model: "mlp", "with bias": "true" },
    tags: { team: "vision" },
    source: SOURCE,
    notes: "# Why",
    environment: { language: "Node.js", packages: { zod: "4" } },
    createdBy: "first scripts",
    endedAtMs: null,
  });
  expect(detail.experiment).toMatchObject({ name: "digits", number: 1 });
  expect(run.url).toBe(`${open().url}/team/main/runs/${run.id}`);
});

it("stores 500 steps of two keys with NaN, infinities, fractions and steps out of order exactly", async () => {
  const assay = open().client();
  const run = await assay.createRun({ source: SOURCE });
  const special = new Map([
    [7, Number.NaN],
    [8, Number.POSITIVE_INFINITY],
    [9, Number.NEGATIVE_INFINITY],
    [10, 5e-324],
    [11, Number.MAX_VALUE],
  ]);
  const points = Array.from({ length: 500 }, (_, at) => ({
    step: at % 3 === 0 ? at + 0.25 : at,
    timeMs: 1_700_000_000_000 + at,
    values: { loss: special.get(at) ?? 1 / (at + 1), "val/acc": at / 500 },
  }));
  // Steps 0, 7, 14 … 493, 1, 8 …: every step once, in an order of no use.
  for (let at = 0; at < 500; at += 1) {
    const point = points[(at * 7) % 500];
    if (point !== undefined) run.log(point.values, { step: point.step, timeMs: point.timeMs });
  }
  expect(await run.flush()).toBe(true);
  const series = await assay.runs.series([run.id], ["loss", "val/acc", "never"], 1_000);
  const loss = series.find((one) => one.key === "loss");
  expect(series.map((one) => one.key).sort()).toEqual(["loss", "val/acc"]);
  expect(loss).toMatchObject({ isRaw: true, pointCount: 500, runId: run.id });
  expect(loss?.steps).toEqual(points.map((point) => point.step));
  expect(loss?.timesMs).toEqual(points.map((point) => point.timeMs));
  expect(loss?.values).toEqual(points.map((point) => point.values.loss));
});

it("stores files from bytes, text and a folder on disk and gives back the same bytes", async () => {
  const assay = open().client();
  const run = await assay.createRun({ source: SOURCE });
  const bytes = new Uint8Array(300_000).map((_, at) => (at * 31) % 256);
  const folder = await mkdtemp(path.join(tmpdir(), "assay-files-"));
  await mkdir(path.join(folder, "nested"));
  await writeFile(path.join(folder, "a b.txt"), "ä");
  await writeFile(path.join(folder, "nested", "c.json"), "{}");
  const [stored] = await run.logArtifact("data/weights.bin", bytes);
  expect(stored).toMatchObject({ path: "data/weights.bin", sizeBytes: 300_000, sha256: sha256(bytes) });
  await run.logArtifact("notes.md", "# Grüße");
  await run.logArtifact("all", { file: folder });
  await rm(folder, { recursive: true });
  expect(new Uint8Array(await (await readFile(run, "data/weights.bin")).arrayBuffer())).toEqual(bytes);
  expect(await (await readFile(run, "all/a%20b.txt")).text()).toBe("ä");
  const { api } = assay;
  const owner = { kind: "run", runId: run.id } as const;
  const scope = { workspace: "team", project: "main" };
  expect((await api.artifact.tree.query({ ...scope, owner })).map((file) => file.path)).toEqual([
    "all/a b.txt",
    "all/nested/c.json",
    "data/weights.bin",
    "notes.md",
  ]);
  const entries = await api.artifact.list.query({ ...scope, owner, path: "all" });
  expect(entries.map(({ name, isFolder }) => [name, isFolder])).toEqual([
    ["nested", true],
    ["a b.txt", false],
  ]);
});

it("hands files over inert: a download that no browser runs", async () => {
  const run = await open().client().createRun({ source: SOURCE });
  await run.logArtifact("page.html", "<script>alert(1)</script>");
  const response = await readFile(run, "page.html");
  expect(response.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(response.headers.get("content-security-policy")).toContain("sandbox");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  const preview = await readFile(run, "page.html?preview=1");
  expect(preview.headers.get("content-type")).toBe("text/plain; charset=utf-8");
});

it("refuses a file whose bytes are not those announced and keeps nothing of it", async () => {
  const run = await open().client().createRun({ source: SOURCE });
  const target = `/api/artifacts/team/main/run/${run.id}/a.txt`;
  const headers = { "x-assay-sha256": sha256("other") };
  const response = await open().fetch(target, { method: "PUT", headers, body: "text" });
  expect(response.status).toBe(412);
  expect((await open().fetch(target)).status).toBe(404);
});

async function trainAndRegister(assay: Assay, name: string): Promise<{ run: Run; loggedModelId: string }> {
  const run = await assay.createRun({ experiment: "digits", source: SOURCE });
  run.log({ loss: 0.5 });
  await run.logInput({
    name: "digits",
    digest: "sha256:77",
    context: "train",
    sourceType: "local",
    source: "digits.csv",
  });
  const files = { "model.json": '{"w":[1]}', "code/predict.py": "pass" };
  const model = await run.logModel("classifier", files, { modelType: "mlp", params: { hidden: "32" } });
  expect(model).toMatchObject({ status: "ready", modelType: "mlp", params: { hidden: "32" } });
  await run.finish();
  await assay.models.register(name, model);
  return { run, loggedModelId: model.id };
}

it("freezes a model as a version whose files later changes to the run do not touch", async () => {
  const assay = open().client();
  const { run, loggedModelId } = await trainAndRegister(assay, "frozen");
  const version = await assay.models.version("frozen", 1);
  expect(version).toMatchObject({ number: 1, fileCount: 2, loggedModelId, sourceRun: { id: run.id } });
  expect(version.files.map((file) => file.path)).toEqual(["code/predict.py", "model.json"]);
  const target = `/api/artifacts/team/main/logged-model/${loggedModelId}/model.json`;
  expect((await open().fetch(target, { method: "PUT", body: "changed" })).status).toBe(201);
  const frozen = await open().fetch("/api/artifacts/team/main/model/frozen/1/model.json");
  expect(await frozen.text()).toBe('{"w":[1]}');
});

it("moves an alias, keeps its history and refuses a version that does not exist", async () => {
  const assay = open().client();
  await trainAndRegister(assay, "moving");
  await trainAndRegister(assay, "moving");
  await assay.models.moveAlias("moving", "champion", 1, "first");
  const moved = await assay.models.moveAlias("moving", "champion", 2, "better");
  expect(moved).toMatchObject({ name: "champion", version: 2, isProtected: false });
  await expect(assay.models.moveAlias("moving", "champion", 9)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const events = await assay.api.model.aliasEvents.query({ workspace: "team", project: "main", name: "moving" });
  expect(events.map(({ fromVersion, toVersion, reason }) => [fromVersion, toVersion, reason])).toEqual([
    [1, 2, "better"],
    [null, 1, "first"],
  ]);
  const { aliases, latestVersion } = await assay.models.get("moving");
  expect([aliases.map((alias) => [alias.name, alias.version]), latestVersion]).toEqual([[["champion", 2]], 2]);
});

it("shows the chain from data and code over run, model and version to the alias once the worker has run", async () => {
  const assay = open().client();
  const { run, loggedModelId } = await trainAndRegister(assay, "chained");
  await assay.models.moveAlias("chained", "champion", 1);
  const node = { kind: "alias", id: "chained@champion" } as const;
  const query = { workspace: "team", project: "main", node, direction: "ancestors" } as const;
  const graph = await waitFor(async () => {
    const found = await assay.api.lineage.get.query(query);
    return found.edges.length === 5 ? found : null;
  });
  const [dataset] = await assay.api.run.datasets.query({ workspace: "team", project: "main", runId: run.id });
  const edges = graph.edges.map(({ from, to, kind }) => `${from.kind} ${from.id} ${kind} ${to.kind} ${to.id}`);
  expect(edges.sort()).toEqual(
    [
      `dataset ${dataset?.id} input run ${run.id}`,
      `code ${COMMIT} input run ${run.id}`,
      `run ${run.id} produced loggedModel ${loggedModelId}`,
      `loggedModel ${loggedModelId} registered modelVersion chained/1`,
      "modelVersion chained/1 aliased alias chained@champion",
    ].sort(),
  );
  expect(graph.nodes.find((one) => one.kind === "dataset")).toMatchObject({ label: "digits", detail: "sha256:77" });
});

it("tells who watches a project what changed, while it changes", async () => {
  const house = open();
  const assay = house.client();
  const run = await assay.createRun({ source: SOURCE });
  const input = encodeURIComponent(JSON.stringify({ json: { workspace: "team", project: "main" } }));
  const stop = new AbortController();
  const stream = await house.fetch(`/api/trpc/live.project?input=${input}`, {
    headers: { accept: "text/event-stream" },
    signal: stop.signal,
  });
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  let seen = "";
  const reading = (async () => {
    for await (const chunk of stream.body ?? []) seen += new TextDecoder().decode(chunk);
  })().catch(() => undefined);
  await waitFor(() => seen.includes("connected"));
  await waitFor(() => {
    run.log({ loss: 1 });
    return seen.includes('"metrics"') && seen.includes(run.id);
  });
  stop.abort();
  await reading;
  await run.finish();
});

it("compares runs by one call that answers them in the order asked", async () => {
  const assay = open().client();
  const made = [];
  for (const lr of [0.1, 0.2, 0.3]) {
    const run = await assay.createRun({ source: SOURCE, params: { lr } });
    run.log({ loss: lr }, { step: 0 });
    run.log({ loss: lr / 2 }, { step: 1 });
    await run.finish();
    made.push(run.id);
  }
  const runIds = made.toReversed();
  const found = await assay.api.run.getMany.query({ workspace: "team", project: "main", runIds });
  expect(found.map((run) => [run.id, run.params.lr, run.metrics[0]?.last, run.metrics[0]?.max])).toEqual([
    [runIds[0], "0.3", 0.15, 0.3],
    [runIds[1], "0.2", 0.1, 0.2],
    [runIds[2], "0.1", 0.05, 0.1],
  ]);
});
