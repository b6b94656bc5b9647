import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startNode } from "../support/child.ts";
import { useHouse } from "../support/house.ts";
import { Mlruns } from "../support/mlruns.ts";
import { root } from "../support/repository.ts";

const open = useHouse();
const hex = (text: string): string => createHash("md5").update(text).digest("hex");
let folder: string;
let mlruns: Mlruns;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "assay-import-command-"));
  mlruns = new Mlruns(path.join(folder, "mlruns"));
  await mlruns.experiment("1", "one");
  await mlruns.run("1", { id: hex("command"), params: { lr: "1" }, files: { "a.txt": "a" } });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const command = (...args: string[]) => commandIn({}, ...args);

async function commandIn(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number | null; output: string }> {
  const { databaseUrl, dataDir } = open();
  const child = startNode({
    args: [path.join(root, "scripts/assay.mjs"), "import", "mlflow", ...args, "--data-dir", dataDir],
    env: { ...process.env, ...env, DATABASE_URL: databaseUrl, INIT_CWD: folder },
  });
  const { code } = await child.exited;
  return { code, output: child.output() };
}

const runsHere = () => open().sql("SELECT id FROM run");

it("--dry-run says what would come, and nothing comes", async () => {
  const { code, output } = await command("mlruns", "--project", "team/main", "--dry-run");
  expect(output).toContain("| runs | 1 |");
  expect(code).toBe(0);
  expect(await runsHere()).toEqual([]);
});

it("imports, prints the report and writes it as Markdown and JSON; 0 says that all of it came", async () => {
  const { code, output } = await command("mlruns", "--project", "team/main", "--report", "reports");
  expect(output).toContain(`# Import from ${mlruns.root}`);
  expect(output).toContain("Nothing: all of it came.");
  expect(code).toBe(0);
  expect(await runsHere()).toHaveLength(1);
  const reports = await readdir(path.join(folder, "reports"));
  expect(reports.map((name) => path.extname(name)).sort()).toEqual([".json", ".md"]);
  const json = reports.find((name) => name.endsWith(".json")) ?? "";
  expect(JSON.parse(await readFile(path.join(folder, "reports", json), "utf8"))).toMatchObject({ came: { runs: 1 } });
});

it("1 says that something could not come", async () => {
  await mlruns.run("1", { id: hex("command 2"), params: { constructor: "no" } });
  const { code, output } = await command("mlruns", "--project", "team/main");
  expect(output).toContain("**1 params**: key must not be");
  expect(code).toBe(1);
});

it.each([
  ["no source", ["--project", "team/main"], "Name one source"],
  ["no project", ["mlruns"], "Say where to"],
  ["a project that is not there", ["mlruns", "--project", "team/none"], "Project none not found"],
  ["a folder that is no store", [".", "--project", "team/main"], "is no MLflow folder"],
  ["a database of something else", ["sqlite:///none.db", "--project", "team/main"], "unable to open"],
])("2 says that it went wrong: %s", async (_, args, message) => {
  const { code, output } = await command(...args);
  expect(output).toContain(message);
  expect(code).toBe(2);
});

it.each<[string, Record<string, string>, string]>([
  ["is not reached", { ASSAY_S3_BUCKET: "files", ASSAY_S3_ENDPOINT: "http://127.0.0.1:1" }, "cannot be used"],
  ["has no name", { ASSAY_S3_ENDPOINT: "http://127.0.0.1:1" }, "ASSAY_S3_BUCKET"],
])("2 says that the server's bucket %s", async (_, env, message) => {
  const { code, output } = await commandIn(env, "mlruns", "--project", "team/main");
  expect(output).toContain(message);
  expect(code).toBe(2);
});
