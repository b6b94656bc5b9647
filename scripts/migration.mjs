#!/usr/bin/env node
// Writes the next migration from prisma/schema: node scripts/migration.mjs <slug>
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { reexecUnderPinnedNode } from "./lib/pinned-node.mjs";
import { root } from "./lib/root.mjs";

await reexecUnderPinnedNode(import.meta.filename ?? process.argv[1]);

const slug = process.argv[2];
if (!slug) {
  console.error("Name the migration: node scripts/migration.mjs add-run-notes");
  process.exit(2);
}
const { startEmbeddedPostgres } = await import("../packages/db/src/embedded/index.ts");
const { createMigration } = await import("../packages/db/src/migrate/index.ts");

const dataDir = await mkdtemp(path.join(tmpdir(), "assay-migration-"));
await chmod(dataDir, 0o711); // as root, the server runs as another user, who must get in
const postgres = await startEmbeddedPostgres({ dataDir, durability: "test" });
try {
  const file = await createMigration({
    slug,
    schemaDir: path.join(root, "prisma", "schema"),
    migrationsDir: path.join(root, "prisma", "migrations"),
    url: postgres.url,
    now: new Date(),
  });
  console.log(file ? `Wrote ${path.relative(root, file)}` : "The schema does not differ from the last migration.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
