import path from "node:path";
import { defineConfig } from "prisma/config";

// The command line insists on a native schema engine, which it would download, even for commands that never use it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: path.join(import.meta.dirname, "prisma", "schema"),
  migrations: { path: path.join(import.meta.dirname, "prisma", "migrations") },
});
