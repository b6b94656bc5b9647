import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "@assay/db/embedded";
import { migrate } from "@assay/db/migrate";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrationsDir } from "./repository.ts";

const TEMPLATE = "assay_template";

/** Starts the one PostgreSQL of a test run in a temporary directory, with a migrated template to clone from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(path.join(tmpdir(), "assay-test-"));
  await chmod(directory, 0o711); // as root, the server runs as another user, who must get in
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(directory, "data"), durability: "test" }).catch(
    async (error: unknown) => {
      await rm(directory, { recursive: true, force: true });
      throw error;
    },
  );
  const teardown = async () => {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`create database ${TEMPLATE}`).finally(() => client.end());
    await migrate({ url: Object.assign(new URL(postgres.url), { pathname: `/${TEMPLATE}` }).href, migrationsDir });
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide("testPostgres", { adminUrl: postgres.url, template: TEMPLATE });
  return teardown;
}
