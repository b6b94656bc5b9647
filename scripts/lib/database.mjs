import path from "node:path";
import { startEmbeddedPostgres } from "../../packages/db/src/embedded/index.ts";
import { checkExternalDatabase, migrate } from "../../packages/db/src/migrate/index.ts";
import { Fatal } from "./fatal.mjs";
import { root } from "./root.mjs";

const migrationsDir = path.join(root, "prisma", "migrations");

async function openExternal(url) {
  await checkExternalDatabase({ url });
  return { url, location: undefined, stop: async () => undefined };
}

async function openEmbedded({ dataDir, log, onLost }) {
  const postgres = await startEmbeddedPostgres({
    dataDir,
    onLog: (line) =>
      log.write(line, {
        isShown: / (FATAL|PANIC): /.test(line) && !/starting up|shutting down|administrator command/.test(line),
      }),
  });
  let isStopping = false;
  void postgres.exited.then(({ code, signal }) => {
    if (!isStopping)
      onLost(
        new Fatal(
          `PostgreSQL ended unexpectedly (${signal ?? `exit code ${code}`}). See ${log.file}, then start again; nothing that was acknowledged is lost.`,
        ),
      );
  });
  const stop = () => {
    isStopping = true;
    return postgres.stop();
  };
  return { url: postgres.url, location: postgres.location, stop };
}

/** Opens the database that DATABASE_URL names, or the embedded one, and applies the migrations. */
export async function openDatabase({ dataDir, log, onLost }) {
  const external = process.env.DATABASE_URL;
  const database = external ? await openExternal(external) : await openEmbedded({ dataDir, log, onLost });
  try {
    const applied = await migrate({ url: database.url, migrationsDir });
    if (applied.length > 0) log.write(`applied ${applied.join(", ")}`);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}
