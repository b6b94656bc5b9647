import { createHash } from "node:crypto";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Actor, ExperimentId, type ImportReport, LoggedModelId, RunId } from "@assay/contract";
import { importMlflow, openSource, surveySource } from "@assay/importer";
import {
  closeImportedLoggedModel,
  closeImportedRun,
  enterProject,
  listArtifactTree,
  openImport,
} from "@assay/services";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { importedContent } from "../support/imported.ts";
import { Mlruns } from "../support/mlruns.ts";

const open = useHouse();
const hex = (text: string): string => createHash("md5").update(text).digest("hex");
const lines = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => `${1_600_000_000_000 + from + at} ${(from + at) / 8} ${from + at}`);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "assay-import-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A store and a project of a test's own. */
async function begin(name: string): Promise<{ mlruns: Mlruns; bring: (only?: string[]) => Promise<ImportReport> }> {
  await open().project(name);
  const mlruns = new Mlruns(path.join(folder, name));
  return { mlruns, bring: (only) => bringFrom(mlruns.root, name, { only }) };
}

async function bringFrom(
  address: string,
  project: string,
  { only, actor, artifacts }: { only?: string[] | undefined; actor?: Actor; artifacts?: string } = {},
): Promise<ImportReport> {
  const ctx = await enterProject({ ctx: open().context(actor), input: { workspace: "team", project } });
  const source = await openSource({ address, artifacts });
  try {
    return await importMlflow({ ctx, source, only });
  } finally {
    await source.close();
  }
}

const said = ({ changed, missing }: ImportReport): string[] =>
  [...changed, ...missing].map(({ count, what, why }) => `${count} ${what}: ${why}`);

it("a source that grew brings what is new, and what was changed here stays as it is", async () => {
  const { mlruns, bring } = await begin("grown");
  await mlruns.experiment("5", "five");
  const [first, second] = [hex("grown 1"), hex("grown 2")];
  await mlruns.run("5", { id: first, metrics: { loss: lines(0, 10) }, params: { lr: "1" }, files: { "a.txt": "a" } });
  await mlruns.run("5", { id: second, metrics: { loss: lines(0, 10) } });
  await mlruns.model("net", { best: 1 });
  await mlruns.version("net", 1, { runId: first, source: `runs:/${first}/a.txt` });
  expect(said(await bring())).toEqual([]);
  await open().sql("UPDATE run SET notes = 'mine' WHERE id = ANY ($1::uuid[])", [[first, second]]);
  const before = await importedContent(open(), "grown");

  expect(said(await bring())).toEqual([]);
  expect(await importedContent(open(), "grown")).toEqual(before);

  await mlruns.run("5", { id: second, metrics: { loss: lines(0, 25) }, tags: { late: "yes" } });
  await mlruns.run("5", { id: hex("grown 3"), metrics: { loss: lines(0, 3) } });
  await mlruns.write(`5/${first}/artifacts/b.txt`, "b");
  await mlruns.version("net", 2, { runId: first, source: `runs:/${first}/b.txt` });
  const report = await bring();
  expect(said(report)).toEqual([]);
  expect(report.came).toMatchObject({ runs: 3, "metric points": 38, files: 2, "model versions": 2 });
  const after = await importedContent(open(), "grown");
  expect(after.tags).toContainEqual(expect.objectContaining({ key: "late" }));
  expect(after.files).toHaveLength(2);
  expect(after.versions).toHaveLength(2);
  // Of the first run only a file was new; the second was written again as the source has it.
  const notes = await open().sql("SELECT replace(id::text, '-', '') AS id, notes FROM run WHERE notes <> ''");
  expect(notes).toEqual([{ id: first, notes: "mine" }]);
});

it("says of everything that does not fit what became of it", async () => {
  const { mlruns, bring } = await begin("odd");
  await mlruns.experiment("0", "Default");
  await mlruns.experiment("123456789012345678", "large id");
  const id = hex("odd");
  await mlruns.run("0", {
    id,
    metrics: { old: ["1600000000 0.5", "1600000001 0.25"], far: [`1600000000000 1 ${2 ** 60}`, "1600000000000 1 2"] },
    params: { long: "x".repeat(7_000), constructor: "no" },
    files: { "ends.": "dot", "fine.txt": "fine" },
  });
  await mlruns.run("0", { id: hex("away"), artifactUri: "s3://bucket/0/away/artifacts" });
  await mlruns.model("net", { best: 9, ok: 1 });
  await mlruns.version("net", 1, { runId: hex("cleared away"), source: `runs:/${id}/fine.txt` });
  await mlruns.version("net", 2, { runId: id, source: "s3://bucket/model" });
  await mlruns.version("net", 3, { runId: id, source: `runs:/${id}/nothing/there` });
  await mlruns.model("prompt");
  await mlruns.write("models/prompt/tags/mlflow.prompt.is_prompt", "true");
  await mlruns.write("0/traces/tr-1/trace_info.yaml", "trace_id: tr-1");
  const report = await bring();
  expect(said(report)).toEqual([
    "1 experiments: an experiment of the same name was here, and its runs came into that",
    "1 experiments: its id is too large for a number here",
    "2 metric points: their times were in seconds, as before MLflow 1.0",
    "1 model versions: the run they came from is not at the source, so they have none here",
    "1 params: longer than 6000 characters, and cut there",
    "1 aliases: its version did not come",
    "1 file trees: files at s3: are not below the folder of artifacts",
    "1 files: their paths are not allowed here",
    "1 metric points: a step beyond ±2^53 or a time before 1970 or after 9999",
    "1 model versions: files at s3: are not below the folder of artifacts",
    "1 model versions: its files are not among those that came",
    "1 params: key must not be __proto__, constructor or prototype",
    "1 registered models: prompts have no place here",
    "1 traces: they have no place here",
  ]);
  expect(report.came).toMatchObject({ runs: 2, "metric points": 3, files: 1, "model versions": 1, aliases: 1 });
  const { versions, models } = await importedContent(open(), "odd");
  expect(versions).toMatchObject([{ number: 1, source_run_id: null }]);
  expect(models).toMatchObject([{ name: "net", next_version_number: 2 }]);
});

it("what a store says of its places leads to no file outside of it", async () => {
  const { mlruns, bring } = await begin("outside");
  await mlruns.experiment("3", "three");
  const [plain, linked] = [hex("outside plain"), hex("outside linked")];
  await mlruns.run("3", { id: plain, artifactUri: "file:///etc" });
  await mlruns.run("3", { id: linked, files: { "fine.txt": "fine" } });
  await symlink("/etc/hostname", path.join(mlruns.root, "3", linked, "artifacts", "stolen"));
  await mlruns.model("net");
  await mlruns.version("net", 1, { runId: plain, source: "/etc" });
  await mlruns.version("net", 2, { runId: plain, source: `${mlruns.root}/../outside/../../etc` });
  expect(said(await bring())).toEqual([
    "1 file trees: a link or path leads out of the folder of the store",
    "2 model versions: files at a path are not below the folder of artifacts",
  ]);
  const { files, versions } = await importedContent(open(), "outside");
  expect(files).toMatchObject([{ path: "fine.txt" }]);
  expect(versions).toEqual([]);
});

it("keeps what is here: numbers in use, a run of another project, an experiment whose name was deleted there", async () => {
  const { mlruns, bring } = await begin("taken");
  const own = await open().project("owner");
  const ctx = await enterProject({ ctx: open().context(), input: { workspace: "team", project: "taken" } });
  const sql = `INSERT INTO experiment (id, workspace_id, project_id, number, name, updated_at)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, now())`;
  await open().sql(sql, [ctx.workspace.id, ctx.project.id, 4, "in use"]);
  await open().sql(sql, [ctx.workspace.id, own, 1, "theirs"]);
  const foreign = new Mlruns(path.join(folder, "foreign"));
  await foreign.experiment("1", "theirs");
  await foreign.run("1", { id: hex("shared"), params: { who: "owner" } });
  await bringFrom(foreign.root, "owner");

  await mlruns.experiment("4", "four");
  await mlruns.run("4", { id: hex("shared"), params: { who: "thief" } });
  await mlruns.experiment("6", "in use", { isDeleted: true });
  await mlruns.run(".trash/6", { id: hex("deleted with it"), isDeleted: true });
  expect(said(await bring())).toEqual([
    "1 experiments: it was deleted, and one in use has its name here",
    "1 experiments: its number was taken here",
    "1 runs: a run with this id is in another project of this server",
  ]);
  const { experiments, runs, params } = await importedContent(open(), "taken");
  expect(experiments).toMatchObject([
    { number: 1, name: "four", gone: false },
    { number: 4, name: "in use", gone: false },
    { number: 6, name: "in use (MLflow 6)", gone: true },
  ]);
  expect(runs).toMatchObject([{ experiment: 6, gone: true, archived_with_experiment: true }]);
  expect(params).toEqual([]);
});

it("moves no protected alias and gives no stage that stands for one", async () => {
  const { mlruns, bring } = await begin("guarded");
  await mlruns.experiment("2", "two");
  const id = hex("guarded");
  await mlruns.run("2", { id, files: { "w.txt": "w" } });
  await mlruns.model("net", {});
  await mlruns.version("net", 1, { runId: id, source: `runs:/${id}/w.txt` });
  await bring();
  await open().sql(
    `WITH guarded AS (SELECT m.id, m.project_id, m.workspace_id FROM registered_model m JOIN project p
        ON p.id = m.project_id WHERE p.slug = 'guarded'),
     rules AS (INSERT INTO policy (id, workspace_id, project_id, name)
       SELECT gen_random_uuid(), workspace_id, project_id, 'p' FROM guarded RETURNING id)
     INSERT INTO protected_alias (model_id, alias, policy_id) SELECT guarded.id, 'production', rules.id FROM guarded, rules`,
  );
  await mlruns.model("net", { production: 1, other: 1 });
  await mlruns.version("net", 1, { runId: id, source: `runs:/${id}/w.txt`, stage: "Production" });
  expect(said(await bring())).toEqual([
    "1 aliases: the alias is protected here and moves through a promotion only",
    "1 stages: the alias is protected here and moves through a promotion only",
  ]);
  const { aliases, versions } = await importedContent(open(), "guarded");
  expect(aliases).toMatchObject([{ name: "other" }]);
  expect(versions).toMatchObject([{ stage: "None" }]);
});

it("no step of it reaches a run or a logged model of another project", async () => {
  const { mlruns: theirs, bring } = await begin("theirs");
  await theirs.experiment("1", "one");
  await theirs.run("1", { id: hex("theirs") });
  await bring();
  const runId = RunId.parse(hex("theirs"));
  const modelId = LoggedModelId.parse(`m-${hex("their model")}`);
  await open().sql(
    `INSERT INTO logged_model (id, workspace_id, project_id, experiment_id, name, status, created_by, updated_at)
      SELECT $2::uuid, workspace_id, project_id, experiment_id, 'net', 'ready', 'them', now() FROM run WHERE id = $1::uuid`,
    [hex("theirs"), hex("their model")],
  );
  await begin("thief");
  const ctx = await enterProject({ ctx: open().context(), input: { workspace: "team", project: "thief" } });
  const jobId = await openImport({ ctx, input: { source: "elsewhere" } });
  const item = { sourceId: "1", targetId: "", state: "done", digest: "00", counts: {}, notes: [] } as const;
  const times = { createdAtMs: 0, updatedAtMs: 0 };
  const experimentId = ExperimentId.parse(hex("theirs"));
  const texts = { name: "taken over", modelType: "", params: {}, tags: {} };
  const closings = [
    closeImportedRun({
      ctx,
      input: {
        jobId,
        item: { ...item, kind: "run", notes: [] },
        run: { id: runId, status: "failed", startedAtMs: 0, endedAtMs: 0, isArchived: true },
      },
    }),
    closeImportedLoggedModel({
      ctx,
      input: {
        jobId,
        item: { ...item, kind: "loggedModel", notes: [] },
        model: {
          ...{ ...texts, ...times, id: modelId, experimentId, sourceRunId: null, metrics: [] },
          status: "failed",
          isArchived: true,
        },
      },
    }),
  ];
  for (const closing of closings) await expect(closing).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await open().sql("SELECT status, archived_at FROM run WHERE id = $1::uuid", [hex("theirs")])).toEqual([
    { status: "finished", archived_at: null },
  ]);
  expect(await open().sql("SELECT status, archived_at FROM logged_model")).toEqual([
    { status: "ready", archived_at: null },
  ]);
});

it("is for who manages the project, and for some experiments only when asked", async () => {
  const { mlruns, bring } = await begin("few");
  await mlruns.experiment("1", "one");
  await mlruns.experiment("2", "two");
  await mlruns.run("1", { id: hex("few 1"), files: { "m/w": "1" } });
  await mlruns.run("2", { id: hex("few 2"), files: { "m/w": "2" } });
  await mlruns.model("of one");
  await mlruns.version("of one", 1, { runId: hex("few 1"), source: `runs:/${hex("few 1")}/m` });
  await mlruns.model("of two");
  await mlruns.version("of two", 1, { runId: hex("few 2"), source: `runs:/${hex("few 2")}/m` });
  const editor = await open().person("ed", "editor");
  await expect(bringFrom(mlruns.root, "few", { actor: editor })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await importedContent(open(), "few")).toMatchObject({ experiments: [], items: [] });

  await bring(["two"]);
  const { experiments, models } = await importedContent(open(), "few");
  expect(experiments).toMatchObject([{ number: 2 }]);
  expect(models).toMatchObject([{ name: "of two" }]);
  await bring();
  expect((await importedContent(open(), "few")).models).toHaveLength(2);
});

it("a survey says what would come and writes nothing", async () => {
  const { mlruns } = await begin("survey");
  await mlruns.experiment("1", "one");
  await mlruns.run("1", { id: hex("survey"), params: { long: "x".repeat(7_000) }, metrics: { m: lines(0, 3) } });
  const source = await openSource({ address: mlruns.root });
  const report = await surveySource({ source });
  expect(report.came).toMatchObject({ experiments: 1, runs: 1, params: 1, metrics: 1 });
  expect(said(report)).toEqual(["1 params: longer than 6000 characters, and cut there"]);
  expect(await importedContent(open(), "survey")).toMatchObject({ experiments: [], runs: [] });
});

it("leaves an audit entry at its start and its end", async () => {
  const { mlruns, bring } = await begin("audited");
  await mlruns.experiment("1", "one");
  await bring();
  const rows = await open().sql(
    `SELECT a.action, a.details->>'source' AS source FROM audit_event a JOIN project p ON p.id = a.project_id
     WHERE p.slug = 'audited' AND a.action LIKE 'import.%' ORDER BY a.seq`,
  );
  expect(rows).toEqual([
    { action: "import.start", source: mlruns.root },
    { action: "import.finish", source: mlruns.root },
  ]);
});

it("a file that changed its size at the source comes again", async () => {
  const { mlruns, bring } = await begin("resized");
  await mlruns.experiment("1", "one");
  const id = hex("resized");
  await mlruns.run("1", { id, files: { "a.txt": "short" } });
  await bring();
  await mlruns.write(`1/${id}/artifacts/a.txt`, "rather longer");
  await bring();
  const ctx = await enterProject({ ctx: open().context(), input: { workspace: "team", project: "resized" } });
  const [run] = await open().sql<{ id: string }>("SELECT replace(id::text, '-', '') AS id FROM run WHERE id = $1", [
    id,
  ]);
  const owner = { kind: "run", runId: RunId.parse(run?.id) } as const;
  expect(await listArtifactTree({ ctx, input: { owner } })).toMatchObject([{ path: "a.txt", sizeBytes: 13 }]);
});
