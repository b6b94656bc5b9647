import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" };

const BROKEN_SEALS = `
  select e.seq from audit_event e left join audit_event before
    on before.workspace_id = e.workspace_id and before.seq = e.seq - 1
  where e.prev_hash <> coalesce(before.hash, '\\x'::bytea)
    or e.hash <> audit_hash(e.prev_hash, e.workspace_id, e.seq, e.project_id, e.action, e.actor_kind, e.actor_id,
      e.actor_name, e.subject_kind, e.subject_id, e.details, e.request_id, e.at)`;

it("numbers events without gaps and seals each with the one before, also when many write at once", async () => {
  const house = open();
  const { api } = house.client();
  const names = Array.from({ length: 25 }, (_, at) => `model-${at}`);
  await Promise.all(names.map((name) => api.model.create.mutate({ ...SCOPE, name })));
  await house.workspace("other");
  const rows = await house.sql<{ workspace_id: string; seq: string }>(
    "select workspace_id, seq from audit_event order by workspace_id, seq",
  );
  const byWorkspace = Map.groupBy(rows, (row) => row.workspace_id);
  expect(byWorkspace.size).toBe(2);
  for (const events of byWorkspace.values())
    expect(events.map((row) => Number(row.seq))).toEqual(events.map((_, at) => at + 1));
  expect(rows.length).toBeGreaterThan(names.length);
  expect(await house.sql(BROKEN_SEALS)).toEqual([]);
});

it("notices an event that somebody with the whole database in their hands has changed", async () => {
  const house = open();
  await house.sql("alter table audit_event disable trigger audit_event_append_only");
  await house.sql("update audit_event set actor_name = 'somebody else' where seq = 2");
  expect((await house.sql(BROKEN_SEALS)).length).toBeGreaterThan(0);
  await house.sql("update audit_event set actor_name = 'first start' where seq = 2 and actor_kind = 'system'");
  await house.sql("alter table audit_event enable trigger audit_event_append_only");
});

it.each([
  "update audit_event set action = 'nothing'",
  "delete from audit_event",
  "truncate audit_event",
  "update alias_event set reason = 'other'",
])("the database itself refuses to %s", async (statement) => {
  const house = open();
  const { api } = house.client();
  const run = await house.client().createRun({ source: {} });
  const model = await run.logModel("m", { "m.txt": "m" });
  await house.client().models.register("aliased", model);
  await api.alias.move.mutate({ ...SCOPE, name: "aliased", alias: "a", version: 1, reason: String(Math.random()) });
  await expect(house.sql(statement)).rejects.toThrow(/append only/);
});

it("notes who did what to what, and nothing of what was refused", async () => {
  const house = open();
  const maintainer = await house.person("Mia", "maintainer");
  const caller = house.caller(maintainer);
  await caller.model.create({ ...SCOPE, name: "noted" });
  await expect(caller.model.create({ ...SCOPE, name: "noted" })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(
    house.caller(await house.person("Vic", "viewer")).model.create({ ...SCOPE, name: "x" }),
  ).rejects.toThrow();
  await caller.model.delete({ ...SCOPE, name: "noted" });
  const { items } = await caller.audit.list({ workspace: "team", limit: 3 });
  expect(items.map(({ action, actor, subject }) => [action, actor, subject]).slice(0, 2)).toEqual([
    ["model.delete", "Mia", "model noted"],
    ["model.create", "Mia", "model noted"],
  ]);
});

it("pages through the log from new to old without repeats or gaps", async () => {
  const house = open();
  const caller = house.caller(await house.person("Max", "admin"));
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await caller.audit.list({ workspace: "team", limit: 7, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map((event) => event.seq));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(Array.from({ length: seen.length }, (_, at) => seen.length - at));
  await expect(caller.audit.list({ workspace: "team", cursor: "1; drop table run" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});

it("keeps neither the change nor its event when one of them fails", async () => {
  const house = open();
  await house.sql(
    "create function refuse_event() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$",
  );
  await house.sql(
    "create trigger refuse_events before insert on audit_event for each row execute function refuse_event()",
  );
  const caller = house.caller(await house.person("Ann", "editor"));
  await expect(caller.model.create({ ...SCOPE, name: "half" })).rejects.toMatchObject({
    code: "INTERNAL_SERVER_ERROR",
  });
  await house.sql("drop trigger refuse_events on audit_event");
  expect(house.log.takeErrors()).toHaveLength(1);
  expect(await house.sql("select id from registered_model where name = 'half'")).toEqual([]);
});
