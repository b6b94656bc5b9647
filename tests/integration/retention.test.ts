import { RunId } from "@assay/contract";
import { applyRetention } from "@assay/services";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const DAY_MS = 24 * 60 * 60 * 1_000;

/** A project of its own with a retention of so many days, or none. */
async function kept(slug: string, days: number | null) {
  const house = open();
  await house.project(slug);
  const scope = { workspace: "team", project: slug };
  const caller = house.caller(await house.person("Mia", "maintainer"));
  await caller.project.updateSettings({ ...scope, retention: { deleteArchivedRunsAfterDays: days } });
  const runs = async (count: number): Promise<RunId[]> => {
    const made: RunId[] = [];
    for (let at = 0; at < count; at += 1) made.push(RunId.parse((await caller.run.create(scope)).id));
    return made;
  };
  const left = async () => (await caller.run.search({ ...scope, lifecycle: "all" })).items.length;
  return { scope, caller, runs, left };
}

/** The nightly job, so many days from now. */
const applyIn = (days: number) =>
  applyRetention({
    ctx: {
      ...open().context({ kind: "system", name: "retention.apply" }),
      clock: { now: () => new Date(Date.now() + days * DAY_MS) },
    },
  });

it("deletes runs that have been archived for longer than the project keeps them, and no others", async () => {
  const { scope, caller, runs, left } = await kept("short", 30);
  const forever = await kept("forever", null);
  const [old] = await runs(2);
  const [safe] = await forever.runs(1);
  if (old === undefined || safe === undefined) throw new Error("no runs");
  await caller.run.archive({ ...scope, runIds: [old] });
  await caller.run.archive({ ...forever.scope, runIds: [safe] });
  await applyIn(29);
  expect(await left()).toBe(2);
  await applyIn(31);
  expect(await left()).toBe(1);
  expect(await forever.left()).toBe(1);
  const { items } = await caller.audit.list({ workspace: "team" });
  expect(items[0]).toMatchObject({ action: "run.delete", actor: "retention.apply", details: { runs: 1 } });
});

it("keeps what a version or a fork in use still needs, and says so beforehand", async () => {
  const house = open();
  const { scope, caller, runs, left } = await kept("needed", 1);
  const source = await house.client({ project: "team/needed" }).createRun({ source: {} });
  await house.client({ project: "team/needed" }).models.register("m", await source.logModel("m", { "m.bin": "m" }));
  const [base, plain] = await runs(2);
  if (base === undefined || plain === undefined) throw new Error("no runs");
  await caller.run.create({ ...scope, fork: { runId: base, step: 1 } });
  await caller.run.archive({ ...scope, runIds: [source.id, base, plain] });
  await house.sql("update run set archived_at = archived_at - interval '2 days' where archived_at is not null");
  expect(await caller.project.retentionPreview({ ...scope, days: 1 })).toEqual({ due: 1, kept: 2 });
  await applyIn(0);
  expect(await left()).toBe(3);
});

it("deletes a base after the fork that kept it", async () => {
  const { scope, caller, runs, left } = await kept("chain", 1);
  const [base] = await runs(1);
  if (base === undefined) throw new Error("no run");
  const fork = await caller.run.create({ ...scope, fork: { runId: base, step: 1 } });
  await caller.run.archive({ ...scope, runIds: [base, fork.id] });
  expect(await caller.project.retentionPreview({ ...scope, days: 1 })).toEqual({ due: 0, kept: 0 });
  await applyIn(2);
  expect(await left()).toBe(0);
});

it("shows the settings to everybody and lets maintainers change them, within bounds", async () => {
  const house = open();
  const { scope } = await kept("settings", 7);
  const viewer = house.caller(await house.person("Vera", "viewer"));
  expect(await viewer.project.settings(scope)).toEqual({
    retention: { deleteArchivedRunsAfterDays: 7 },
    role: "viewer",
  });
  const admin = house.caller(await house.person("Ada", "admin"));
  for (const days of [0, 1.5, -1, 100_000]) {
    const attempt = admin.project.updateSettings({ ...scope, retention: { deleteArchivedRunsAfterDays: days } });
    await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
});
