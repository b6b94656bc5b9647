import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseNewerThanCodeError, FailedMigrationError, MigrationChangedError, migrate } from "@assay/db/migrate";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createBlankDatabase, createTestDatabase, type TestDatabase } from "../support/postgres.ts";
import { migrationsDir } from "../support/repository.ts";

const LATER = "29991231235959_later";

let directory: string;
const databases: TestDatabase[] = [];

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "assay-migrations-"));
  await cp(migrationsDir, directory, { recursive: true });
});

afterEach(async () => {
  await Promise.all(databases.splice(0).map((database) => database.drop()));
  await rm(directory, { recursive: true, force: true });
});

async function use(create: () => Promise<TestDatabase>): Promise<string> {
  const database = await create();
  databases.push(database);
  return database.url;
}

async function addMigration(sql: string): Promise<void> {
  await mkdir(path.join(directory, LATER), { recursive: true });
  await writeFile(path.join(directory, LATER, "migration.sql"), sql);
}

async function count(url: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ n: number }>(`select count(*)::int as n from ${sql}`)
    .finally(() => client.end());
  return rows[0]?.n ?? 0;
}

it("applies everything once and does nothing the second time", async () => {
  const url = await use(createBlankDatabase);
  expect((await migrate({ url, migrationsDir })).length).toBeGreaterThan(0);
  expect(await migrate({ url, migrationsDir })).toEqual([]);
});

it("lets one of two processes that start at once do the work", async () => {
  const url = await use(createBlankDatabase);
  const both = await Promise.all([migrate({ url, migrationsDir }), migrate({ url, migrationsDir })]);
  expect(both.filter((applied) => applied.length > 0)).toHaveLength(1);
  expect(await count(url, "_prisma_migrations where finished_at is not null")).toBe(both.flat().length);
});

it("refuses a database that a newer release has migrated", async () => {
  const url = await use(createTestDatabase);
  await addMigration("create table later (id int);");
  expect(await migrate({ url, migrationsDir: directory })).toEqual([LATER]);
  await expect(migrate({ url, migrationsDir })).rejects.toThrow(DatabaseNewerThanCodeError);
});

it("refuses a migration that was edited after it had been applied", async () => {
  const url = await use(createTestDatabase);
  await addMigration("create table later (id int);");
  await migrate({ url, migrationsDir: directory });
  await addMigration("create table later (id bigint);");
  await expect(migrate({ url, migrationsDir: directory })).rejects.toThrow(MigrationChangedError);
});

it("keeps nothing of a migration that fails, says why, and tries it anew", async () => {
  const url = await use(createTestDatabase);
  await addMigration("create table later (id int); create table later (id int);");
  const failing = migrate({ url, migrationsDir: directory });
  await expect(failing).rejects.toThrow(FailedMigrationError);
  await expect(failing).rejects.toThrow(/relation "later" already exists/);
  expect(await count(url, "pg_tables where tablename = 'later'")).toBe(0);
  await addMigration("create table later (id int);");
  expect(await migrate({ url, migrationsDir: directory })).toEqual([LATER]);
});

it("sends function bodies to the server whole", async () => {
  const url = await use(createTestDatabase);
  await addMigration("create function later() returns int language plpgsql as $$ begin perform 1; return 1; end $$;");
  await migrate({ url, migrationsDir: directory });
  expect(await count(url, "later()")).toBe(1);
});

it("takes up a migration in which the process was killed", async () => {
  const url = await use(createTestDatabase);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const insert =
    "insert into _prisma_migrations (id, checksum, migration_name, started_at) values ('killed', 'x', $1, now())";
  await client.query(insert, [LATER]).finally(() => client.end());
  await addMigration("create table later (id int);");
  expect(await migrate({ url, migrationsDir: directory })).toEqual([LATER]);
});

it("archives the active runs of experiments that were archived before their runs went with them", async () => {
  const url = await use(createBlankDatabase);
  const folders = (await readdir(directory)).filter((name) => name > "20261125231742" && /^\d{14}_/.test(name));
  await Promise.all(folders.map((name) => rm(path.join(directory, name), { recursive: true })));
  await migrate({ url, migrationsDir: directory });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const columns = "id, workspace_id, project_id, experiment_id, number, name, created_by, actor_kind, started_at";
  const add = `INSERT INTO run (${columns}, archived_at)
    SELECT gen_random_uuid(), e.workspace_id, e.project_id, e.id, $2::int, $3, 'x', 'user', now(), $4::timestamptz
    FROM experiment e WHERE e.name = $1`;
  try {
    await client.query(`
      WITH w AS (INSERT INTO workspace (id, slug, name) VALUES (gen_random_uuid(), 'w', 'w') RETURNING id),
      p AS (INSERT INTO project (id, workspace_id, slug, name)
        SELECT gen_random_uuid(), id, 'p', 'p' FROM w RETURNING id, workspace_id)
      INSERT INTO experiment (id, workspace_id, project_id, number, name, archived_at)
      SELECT gen_random_uuid(), p.workspace_id, p.id, e.number, e.name, e.archived_at::timestamptz
      FROM p, (VALUES (1, 'archived', '2020-01-01'), (2, 'active', NULL)) AS e(number, name, archived_at)`);
    await client.query(add, ["archived", 1, "went along", null]);
    await client.query(add, ["archived", 2, "went before", "2020-01-01"]);
    await client.query(add, ["active", 3, "stays", null]);
    await migrate({ url, migrationsDir });
    const { rows } = await client.query(`
      SELECT name, archived_with_experiment AS flag, archived_at > now() - interval '1 hour' AS "isRecent"
      FROM run ORDER BY number`);
    expect(rows).toEqual([
      { name: "went along", flag: true, isRecent: true },
      { name: "went before", flag: false, isRecent: false },
      { name: "stays", flag: false, isRecent: null },
    ]);
  } finally {
    await client.end();
  }
});
