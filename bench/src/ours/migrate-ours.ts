import path from "node:path";
import { migrate } from "@assay/db/migrate";

const MIGRATIONS = path.resolve(import.meta.dirname, "../../../prisma/migrations");

/** Makes our tables in an empty database. */
export async function migrateOurs(url: string): Promise<void> {
  await migrate({ url, migrationsDir: MIGRATIONS });
}
