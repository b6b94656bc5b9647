import {
  type Actor,
  PERMISSIONS,
  type Permission,
  type Role,
  RunId,
  roleAllows,
  scopesAllow,
  type TokenScope,
} from "@assay/contract";
import { authenticateToken, randomIds } from "@assay/services";
import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { listProcedures } from "../support/procedures.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" };
const run = { runId: "0".repeat(32) };
const model = { name: "absent" };
const version = { ...model, version: 1 };

/** An input for each procedure that fits its schema and names nothing that exists. */
const INPUTS: Record<string, object> = {
  "alias.move": { ...version, alias: "champion" },
  "alias.remove": { ...model, alias: "champion" },
  "artifact.list": { owner: { kind: "run", ...run } },
  "artifact.tree": { owner: { kind: "run", ...run } },
  "experiment.archive": { number: 999 },
  "experiment.create": { name: "made by the matrix" },
  "experiment.get": { number: 999 },
  "experiment.restore": { number: 999 },
  "experiment.update": { number: 999 },
  "lineage.get": { node: { kind: "run", id: run.runId } },
  "log.read": run,
  "log.search": { ...run, query: "loss" },
  "loggedModel.create": { ...run, name: "m" },
  "loggedModel.finalize": { loggedModelId: `m-${run.runId}` },
  "loggedModel.get": { loggedModelId: `m-${run.runId}` },
  "loggedModel.list": run,
  "metric.log": { ...run, metrics: { keys: ["m"], steps: [0], timesMs: [0], values: [[1]] } },
  "metric.delete": { ...run, key: "m" },
  "metric.series": { runIds: [run.runId], keys: ["m"] },
  "metric.groupSeries": { groups: [{ name: "all", runIds: [run.runId] }], keys: ["m"] },
  "model.aliasEvents": model,
  "model.create": { name: "made by the matrix" },
  "model.delete": model,
  "model.get": model,
  "model.update": { ...model, description: "" },
  "modelVersion.delete": version,
  "modelVersion.get": version,
  "modelVersion.list": model,
  "modelVersion.register": { ...model, source: { kind: "runArtifacts", ...run, path: "" } },
  "modelVersion.update": { ...version, description: "" },
  "project.archive": { project: "desk" },
  "project.delete": { project: "cellar", confirmName: "cellar" },
  "project.restore": { project: "attic" },
  "project.retentionPreview": { days: 1 },
  "project.updateSettings": { retention: { deleteArchivedRunsAfterDays: null } },
  "project.create": { name: "made by the matrix" },
  "run.archive": { runIds: [run.runId] },
  "run.datasets": run,
  "run.delete": { runIds: [run.runId] },
  "run.deleteTag": { ...run, key: "k" },
  "run.finish": run,
  "run.get": run,
  "run.getMany": { runIds: [run.runId] },
  "run.locate": run,
  "run.logInputs": { ...run, datasets: [{ name: "d", digest: "1" }] },
  "run.logParams": { ...run, params: { a: "1" } },
  "run.restore": { runIds: [run.runId] },
  "run.setTags": { ...run, tags: { a: "1" } },
  "run.update": run,
  "run.usage": { runIds: [run.runId] },
  "system.retryDead": { queue: "run.settle" },
  "token.create": { name: "t", defaultProject: "main" },
  "token.revoke": { tokenId: run.runId },
  "view.delete": { id: run.runId },
  "view.list": { screen: "runs" },
  "view.save": { name: "v", screen: "runs", state: "" },
  "webhook.create": { name: "made-by-the-matrix", url: "https://93.184.216.34/", events: ["run.finished"] },
  "webhook.delete": { webhookId: run.runId },
  "webhook.deliveries": { webhookId: run.runId },
  "webhook.get": { webhookId: run.runId },
  "webhook.redeliver": { webhookId: run.runId, deliveryId: "00000000-0000-7000-8000-000000000000" },
  "webhook.test": { webhookId: run.runId },
  "webhook.update": { webhookId: run.runId },
};
/** Their scope is a workspace; all others' is a project. */
const IN_WORKSPACE = new Set([
  "audit.list",
  "project.archived",
  "project.create",
  "project.list",
  "system.retryDead",
  "system.status",
  "token.create",
  "token.list",
  "token.revoke",
  "workspace.members",
]);

const procedures = listProcedures().filter(({ permission }) => permission !== "public" && permission !== "signed-in");

function inputOf(path: string): object {
  // Asks where a run is, so it names no place.
  if (path === "run.locate") return run;
  return { ...(IN_WORKSPACE.has(path) ? { workspace: SCOPE.workspace } : SCOPE), ...INPUTS[path] };
}

interface Asker {
  name: string;
  role: Role | null;
  scopes?: TokenScope[];
}

const ASKERS: Asker[] = [
  { name: "nobody", role: null },
  { name: "an outsider", role: null },
  { name: "a viewer", role: "viewer" },
  { name: "an editor", role: "editor" },
  { name: "a maintainer", role: "maintainer" },
  { name: "an admin", role: "admin" },
  { name: "an admin's read-only token", role: "admin", scopes: ["read"] },
  { name: "an admin's ingest token", role: "admin", scopes: ["read", "ingest"] },
  { name: "an admin's registry token", role: "admin", scopes: ["read", "registry"] },
  { name: "a viewer's admin token", role: "viewer", scopes: ["admin"] },
];
const actors = new Map<string, Actor>();

beforeAll(async () => {
  const house = open();
  for (const project of ["desk", "attic", "cellar"]) await house.project(project);
  for (const { name, role, scopes } of ASKERS) {
    if (name === "nobody") {
      actors.set(name, { kind: "anonymous" });
      continue;
    }
    const person = await house.person(name, role ?? undefined);
    if (scopes === undefined) {
      actors.set(name, person);
      continue;
    }
    const secret = await house.tokenOf(person, { scopes });
    const token = await authenticateToken({ ctx: house.context(), input: { secret } });
    if (token !== null) actors.set(name, token);
  }
});

/** Calls a procedure and answers the code it failed with; null when it did not. */
async function codeOf(asker: string, path: string): Promise<string | null> {
  const [group = "", name = ""] = path.split(".");
  const caller: unknown = open().caller(actors.get(asker) ?? { kind: "anonymous" });
  const procedure: unknown = Reflect.get(Object(Reflect.get(Object(caller), group)), name);
  if (typeof procedure !== "function") throw new Error(`no procedure ${path}`);
  try {
    const result: unknown = await procedure(inputOf(path));
    if (typeof result === "object" && result !== null && Symbol.asyncIterator in result) {
      for await (const _event of result as AsyncIterable<unknown>) break;
    }
    return null;
  } catch (error) {
    return String(Reflect.get(Object(error), "code"));
  }
}

const isPermission = (name: string | undefined): name is Permission => name !== undefined && name in PERMISSIONS;

it("has an input for every procedure that fits its schema", () => {
  const misfits = procedures.filter(
    ({ path, input }) => input !== undefined && !input.safeParse(inputOf(path)).success,
  );
  expect(misfits.map(({ path }) => path)).toEqual([]);
});

/** The codes that fit what the table says of somebody and a permission. */
function isRight({ name, role, scopes }: Asker, path: string, permission: Permission, code: string | null): boolean {
  if (name === "nobody") return code === "UNAUTHORIZED";
  if (role === null) return code === "NOT_FOUND";
  // Only a person makes tokens.
  const isKindRefused = path === "token.create" && scopes !== undefined;
  const hasScope = scopes === undefined || scopesAllow(scopes, permission);
  const isAllowed = roleAllows(role, permission) && hasScope && !isKindRefused;
  return isAllowed ? code === null || code === "NOT_FOUND" || code === "CONFLICT" : code === "FORBIDDEN";
}

/** One project to archive, one to restore and one to delete: whatever the asker before has done to them. */
async function setOut(): Promise<void> {
  await open().sql(
    "update project set deleted_at = null, archived_at = case when slug <> 'desk' then now() end where slug = any($1)",
    [["desk", "attic", "cellar"]],
  );
}

it.each(ASKERS)("$name may do what the table says, procedure by procedure, and nothing else", async (asker) => {
  await setOut();
  const wrong: string[] = [];
  for (const { path, permission } of procedures) {
    if (!isPermission(permission)) throw new Error(`${path} names no permission`);
    const code = await codeOf(asker.name, path);
    if (!isRight(asker, path, permission, code)) wrong.push(`${path} (${permission}) answered ${code}`);
  }
  expect(wrong).toEqual([]);
});

it("answers an outsider as if nothing were there, with the very words for what does not exist", async () => {
  const house = open();
  await house.workspace("other");
  const outsider = house.caller(await house.person("Eve", "admin"));
  const real = await outsider.run
    .search({ workspace: "other", project: "main" })
    .catch((error: Error) => error.message);
  const made = await outsider.run
    .search({ workspace: "never", project: "main" })
    .catch((error: Error) => error.message);
  expect(String(real).replace("other", "never")).toBe(made);
});

it("hides a private project from everybody it does not name but admins", async () => {
  const house = open();
  const [owner, editor, guest] = [
    await house.person("Owner", "editor"),
    await house.person("Editor", "editor"),
    await house.person("Guest", "viewer"),
  ];
  const id = await house.project("secret", { visibility: "private", owner });
  const scope = { workspace: "team", project: "secret" };
  await expect(house.caller(editor).run.search(scope)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const listed = await house.caller(editor).project.list({ workspace: "team" });
  expect(listed.map((project) => project.slug)).not.toContain("secret");
  expect((await house.caller(owner).run.create(scope)).number).toBeGreaterThanOrEqual(0);
  await house.grant(id, guest, "viewer");
  expect((await house.caller(guest).run.search(scope)).items).toHaveLength(1);
  await expect(house.caller(guest).run.create(scope)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const admin = house.caller(await house.person("Admin", "admin"));
  expect((await admin.run.search(scope)).items).toHaveLength(1);
});

it("reads no run, model, series or file of another project by its id", async () => {
  const house = open();
  await house.project("left");
  await house.project("right");
  const left = house.client({ project: "team/left" });
  const made = await left.createRun({ source: {} });
  await made.logArtifact("a.txt", "a");
  const logged = await made.logModel("m", { "m.txt": "m" });
  await left.models.register("owned", logged);
  const right = { workspace: "team", project: "right" } as const;
  const { api } = house.client({ project: "team/right" });
  const runId = RunId.parse(made.id);
  const attempts: Record<string, () => Promise<unknown>> = {
    "run.get": () => api.run.get.query({ ...right, runId }),
    "run.getMany": () => api.run.getMany.query({ ...right, runIds: [runId] }),
    "run.datasets": () => api.run.datasets.query({ ...right, runId }),
    "run.update": () => api.run.update.mutate({ ...right, runId, name: "stolen" }),
    "run.finish": () => api.run.finish.mutate({ ...right, runId }),
    "run.archive": () => api.run.archive.mutate({ ...right, runIds: [runId] }),
    "run.setTags": () => api.run.setTags.mutate({ ...right, runId, tags: { a: "1" } }),
    "run.create with its id": () => api.run.create.mutate({ ...right, id: runId }),
    "run.create forking it": () => api.run.create.mutate({ ...right, fork: { runId, step: 1 } }),
    "run.usage": () => api.run.usage.query({ ...right, runIds: [runId] }),
    "metric.series": () => api.metric.series.query({ ...right, runIds: [runId], keys: ["m"] }),
    "log.read": () => api.log.read.query({ ...right, runId }),
    "log.search": () => api.log.search.query({ ...right, runId, query: "a" }),
    "metric.groupSeries": () =>
      api.metric.groupSeries.query({ ...right, groups: [{ name: "all", runIds: [runId] }], keys: ["m"] }),
    "artifact.tree": () => api.artifact.tree.query({ ...right, owner: { kind: "run", runId } }),
    "loggedModel.get": () => api.loggedModel.get.query({ ...right, loggedModelId: logged.id }),
    "loggedModel.create in it": () => api.loggedModel.create.mutate({ ...right, runId, name: "m" }),
    "model.get": () => api.model.get.query({ ...right, name: "owned" }),
    "modelVersion.get": () => api.modelVersion.get.query({ ...right, name: "owned", version: 1 }),
  };
  await house.client({ project: "team/right" }).models.ensure("mine");
  attempts["modelVersion.register of it"] = () =>
    api.modelVersion.register.mutate({
      ...right,
      name: "mine",
      source: { kind: "loggedModel", loggedModelId: logged.id },
    });
  for (const [name, attempt] of Object.entries(attempts)) {
    const code = await attempt().then(
      () => "allowed",
      (error: unknown) => Reflect.get(Object(Reflect.get(Object(error), "data")), "code"),
    );
    expect([name, code]).toEqual([name, name === "run.create with its id" ? "BAD_REQUEST" : "NOT_FOUND"]);
  }
  const { nodes } = await api.lineage.get.query({ ...right, node: { kind: "run", id: runId } });
  expect(nodes.map((node) => node.label)).toEqual([runId.slice(0, 8)]);
  expect(await left.runs.get(runId)).toMatchObject({ name: made.name, status: "running" });
});

it("keeps the ids of what nobody may see from being told apart from ids that were never made", async () => {
  const house = open();
  const { api } = house.client();
  const absent = RunId.parse(randomIds.uuid());
  await house.project("closed");
  const hidden = await house.client({ project: "team/closed" }).createRun({ source: {} });
  const answer = (runId: RunId) =>
    api.run.get
      .query({ workspace: "team", project: "main", runId })
      .catch((error: Error) => error.message.replace(runId, "it"));
  expect(await answer(hidden.id)).toBe(await answer(absent));
});
