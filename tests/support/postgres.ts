import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** The embedded server of this test run and the migrated database to clone. */
    testPostgres: { adminUrl: string; template: string };
  }
}

/** A database of its own for one test file or one test. */
export type TestDatabase = { readonly url: string; drop(): Promise<void> };

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const withDatabase = (adminUrl: string, name: string) =>
  Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;

async function create(options: string): Promise<TestDatabase> {
  const { adminUrl } = inject("testPostgres");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await execute(adminUrl, `create database ${name} ${options}`);
  return { url: withDatabase(adminUrl, name), drop: () => execute(adminUrl, `drop database ${name} with (force)`) };
}

/** A migrated, empty database; cloned from a template, so it costs some tens of milliseconds. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create(`template ${inject("testPostgres").template}`);
}

/** A database without any table, for tests of the migrations themselves. */
export function createBlankDatabase(): Promise<TestDatabase> {
  return create("");
}
