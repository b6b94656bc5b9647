import path from "node:path";
import { migrate, schemaScript } from "@assay/db/migrate";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { createBlankDatabase, type TestDatabase } from "../support/postgres.ts";
import { migrationsDir, root } from "../support/repository.ts";

const databases: TestDatabase[] = [];

afterAll(() => Promise.all(databases.map((database) => database.drop())));

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query<Row>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

async function createBlank(): Promise<string> {
  const database = await createBlankDatabase();
  databases.push(database);
  return database.url;
}

const OURS = "n.nspname = 'public' and c.relname <> '_prisma_migrations'";

/** What the datamodel decides. Functions, triggers and checks are written by hand in migrations and left out. */
const CATALOGS = {
  columns: `
    select c.relname as relation, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as is_required, pg_get_expr(d.adbin, d.adrelid) as default_value
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where ${OURS} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by 1, 2`,
  indexes: `
    select c.relname as relation, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} order by 1, 2`,
  keys: `
    select c.relname as relation, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and k.contype in ('p', 'u', 'f') order by 1, 2`,
  enums: `
    select t.typname as name, e.enumlabel as label from pg_enum e join pg_type t on t.oid = e.enumtypid
      join pg_namespace n on n.oid = t.typnamespace
    where n.nspname = 'public' order by t.typname, e.enumsortorder`,
} as const;

it("the migrations lead to the very tables that prisma/schema describes", async () => {
  const [migrated, described] = [await createBlank(), await createBlank()];
  await migrate({ url: migrated, migrationsDir });
  await query(described, await schemaScript({ schemaDir: path.join(root, "prisma", "schema"), url: described }));
  for (const [name, sql] of Object.entries(CATALOGS)) {
    const expected = await query(described, sql);
    expect(expected.length, name).toBeGreaterThan(3);
    expect(await query(migrated, sql), name).toEqual(expected);
  }
});

it("a column that the schema lacks would be noticed", async () => {
  const [plain, changed] = [await createBlank(), await createBlank()];
  for (const url of [plain, changed]) await migrate({ url, migrationsDir });
  await query(changed, "alter table run add column forgotten int");
  expect(await query(changed, CATALOGS.columns)).not.toEqual(await query(plain, CATALOGS.columns));
});
