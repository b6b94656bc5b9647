import { readdir } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { sendRaw } from "../support/raw-http.ts";
import { expectRefusal } from "../support/refusals.ts";

const open = useHouse();

let runId = "";
let modelId = "";

beforeAll(async () => {
  const assay = open().client();
  const run = await assay.createRun({ source: {} });
  await run.logArtifact("kept.txt", "kept");
  const model = await run.logModel("m", { "m.txt": "m" });
  await assay.models.register("frozen", model);
  [runId, modelId] = [run.id, model.id];
});

/** Ways to name a file outside of a tree, each as it comes over the wire. */
const PATHS: [string, string][] = [
  ["a step up", "../x"],
  ["a step up in the middle", "a/../../x"],
  ["a step up in the middle that stays inside", "a/../x"],
  ["a step up with an encoded slash", "..%2fx"],
  ["an encoded step up", "%2e%2e/x"],
  ["an encoded step up with an encoded slash", "%2e%2e%2fx"],
  ["a step up encoded twice", "%252e%252e%252fx"],
  ["a step up with a backslash", "..%5cx"],
  ["a backslash", "a%5cb"],
  ["a lone dot", "a/./b"],
  ["three dots", ".../x"],
  ["dots of another alphabet", "%ef%bc%8e%ef%bc%8e/x"],
  ["a two-dot leader", "%e2%80%a5/x"],
  ["an absolute path", "%2fetc%2fpasswd"],
  ["a doubled slash", "a//b"],
  ["a slash at the end", "a/"],
  ["a drive letter", "C:%5cx"],
  ["a file URL", "file:%2f%2f%2fetc%2fpasswd"],
  ["NUL", "a%00b"],
  ["NUL encoded twice", "a%2500b"],
  ["a line break", "a%0ab"],
  ["bytes that are no UTF-8", "%ff%fe"],
  ["a broken escape", "%zz"],
  ["a part of 300 bytes", "x".repeat(300)],
  ["2,000 bytes", Array.from({ length: 20 }, () => "y".repeat(100)).join("/")],
  ["nothing", ""],
];

const DOORS: [string, () => string][] = [
  ["a run's files", () => `/api/artifacts/team/main/run/${runId}/`],
  ["a logged model's files", () => `/api/artifacts/team/main/logged-model/${modelId}/`],
  ["an MLflow client's upload", () => `/api/2.0/mlflow-artifacts/artifacts/team/main/runs/${runId}/artifacts/`],
];

async function storedFiles(): Promise<string[]> {
  const names = await readdir(open().dataDir, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** MLflow clients double slashes in URLs they put together; their door reads two as one, so that is no other file. */
const CASES = DOORS.flatMap(([door, base]) => PATHS.map(([weakness, name]) => ({ door, base, weakness, name }))).filter(
  ({ door, name }) => !(door.includes("MLflow") && name === "a//b"),
);

it.each(CASES)("writes no file named by $weakness to $door", async ({ base, name }) => {
  const before = await storedFiles();
  await expectRefusal(open(), { method: "PUT", path: base() + name, body: "planted" });
  expect(await storedFiles()).toEqual(before);
});

it.each(CASES)("reads no file named by $weakness from $door", async ({ base, name }) => {
  await expectRefusal(open(), { path: base() + name });
});

it.each(PATHS)("reads no file of a model version named by %s", async (_weakness, name) => {
  await expectRefusal(open(), { path: `/api/artifacts/team/main/model/frozen/1/${name}` });
});

it.each(PATHS.filter(([, name]) => !name.includes("%zz") && name !== "" && name !== "a/" && name !== "%ff%fe"))(
  "lists no folder named by %s through the typed API",
  async (_weakness, name) => {
    const folder = decodeURIComponent(name);
    const input = { workspace: "team", project: "main", owner: { kind: "run", runId }, path: folder };
    const query = encodeURIComponent(JSON.stringify({ json: input }));
    await expectRefusal(open(), { path: `/api/trpc/artifact.list?input=${query}` }, 400);
  },
);

it.each([
  ["another owner's id in the path", () => `/api/artifacts/team/main/run/${modelId}/kept.txt`],
  ["a step from one run to another", () => `/api/artifacts/team/main/run/${"0".repeat(32)}/../${runId}/kept.txt`],
  ["a step from one project to another", () => `/api/artifacts/team/main/../main/run/${runId}/kept.txt`],
  ["a workspace named by a step", () => `/api/artifacts/../team/main/run/${runId}/kept.txt`],
])("does not follow %s", async (_weakness, target) => {
  const response = await sendRaw(open().url, { path: target(), headers: { authorization: `Bearer ${open().token}` } });
  expect(response.text).not.toBe("kept");
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
});

it("keeps a blob under its digest only, readable by the server's user alone", async () => {
  const files = (await storedFiles()).filter((file) => file.includes(`${path.sep}blobs${path.sep}`));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files)
    expect(path.relative(open().dataDir, file)).toMatch(/^blobs\/sha256\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/);
});
