import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse({ hasWorker: true });

const as = async (role: "viewer" | "editor" | "maintainer" | "admin") => open().caller(await open().person(role, role));

/** A project with a run, a model with a version and an alias, and a view. */
async function furnished(slug: string): Promise<{ workspace: string; project: string; runId: string }> {
  const house = open();
  await house.project(slug);
  const scope = { workspace: "team", project: slug };
  const client = house.client({ project: `team/${slug}` });
  const run = await client.createRun({ params: { lr: "1" }, source: { commit: "c0ffee" } });
  run.log({ loss: 1 }, { step: 0 });
  const logged = await run.logModel("net", { "net.bin": slug });
  await run.finish();
  await client.models.register("digits", logged);
  const caller = house.caller({ kind: "system", name: "test" });
  await caller.alias.move({ ...scope, name: "digits", alias: "champion", version: 1 });
  await caller.view.save({ ...scope, name: "v", screen: "runs", state: "" });
  return { ...scope, runId: run.id };
}

it("hides an archived project from every door, and brings it back as it was", async () => {
  const house = open();
  const { runId, ...scope } = await furnished("shelved");
  const caller = await as("maintainer");
  await caller.project.archive(scope);
  await expect(caller.run.search(scope)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await caller.project.list({ workspace: "team" })).map(({ slug }) => slug)).not.toContain("shelved");
  const points = { keys: ["m"], steps: [0], timesMs: [0], values: [[1]] };
  const headers = { "content-type": "application/json" };
  const path = `/api/ingest/team/shelved/runs/${runId}/metrics`;
  expect((await house.fetch(path, { method: "POST", headers, body: JSON.stringify(points) })).status).toBe(404);
  const [listed] = await caller.project.archived({ workspace: "team" });
  expect(listed).toMatchObject({ slug: "shelved", isBeingDeleted: false, runsLeft: 1 });
  await caller.project.restore(scope);
  expect((await caller.run.search(scope)).items).toHaveLength(1);
  expect(await caller.project.archived({ workspace: "team" })).toEqual([]);
});

it("deletes an archived project with everything in it, and keeps the record of it", async () => {
  const house = open();
  const other = await furnished("neighbour");
  const { runId, ...scope } = await furnished("doomed");
  const [project] = await house.sql<{ id: string }>("select id from project where slug = 'doomed'");
  const admin = await as("admin");
  await admin.project.archive(scope);
  const wrong = admin.project.delete({ ...scope, confirmName: "Doomed" });
  await expect(wrong).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await admin.project.delete({ ...scope, confirmName: "doomed" })).toMatchObject({ runs: 1, files: 1 });
  await expect(admin.project.restore(scope)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await waitFor(async () => (await admin.project.archived({ workspace: "team" })).length === 0, { timeoutMs: 30_000 });
  const tables = await house.sql<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and column_name = 'project_id' and table_name not in ('audit_event', 'run_purge')`,
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const { table_name: table } of tables)
    expect([table, await house.sql(`select 1 from ${table} where project_id = $1`, [project?.id])]).toEqual([
      table,
      [],
    ]);
  await waitFor(
    async () =>
      (await house.sql("select 1 from metric_chunk where run_id = $1 union all select 1 from run_purge", [runId]))
        .length === 0,
  );
  const { items } = await admin.audit.list({ workspace: "team" });
  expect(items.find(({ action }) => action === "project.delete")).toMatchObject({
    subject: "project doomed",
    details: { name: "doomed", runs: 1 },
  });
  expect((await admin.run.search({ workspace: "team", project: other.project })).items).toHaveLength(1);
  expect((await house.project("doomed")).length).toBeGreaterThan(0);
});

it("deletes no project that is in use, and none while a protected alias points into it", async () => {
  const house = open();
  const { runId: _, ...scope } = await furnished("guarded");
  const admin = await as("admin");
  const early = admin.project.delete({ ...scope, confirmName: "guarded" });
  await expect(early).rejects.toMatchObject({ code: "NOT_FOUND" });
  await house.sql(
    `with p as (insert into policy (id, workspace_id, project_id, name)
       select gen_random_uuid(), workspace_id, id, 'p' from project where slug = 'guarded' returning id, project_id)
     insert into protected_alias (model_id, alias, policy_id)
     select m.id, 'champion', p.id from registered_model m join p on p.project_id = m.project_id`,
  );
  await admin.project.archive(scope);
  await expect(admin.project.delete({ ...scope, confirmName: "guarded" })).rejects.toMatchObject({
    code: "CONFLICT",
    message: "digits has the protected alias champion",
  });
  await house.sql("delete from protected_alias");
  expect((await admin.project.delete({ ...scope, confirmName: "guarded" })).runs).toBe(1);
});

it("lets a maintainer archive a project and only an admin delete it", async () => {
  const { runId: _, ...scope } = await furnished("ranked");
  await expect((await as("editor")).project.archive(scope)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const maintainer = await as("maintainer");
  await maintainer.project.archive(scope);
  const attempt = maintainer.project.delete({ ...scope, confirmName: "ranked" });
  await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN" });
});
