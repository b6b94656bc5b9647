import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { SchemaContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Reads the `.prisma` files of a folder in a stable order; none when the folder does not exist. */
export async function readSchemaFiles(directory: string): Promise<SchemaContainer[]> {
  const names = await readdir(directory).catch(() => []);
  return Promise.all(
    names
      .filter((name) => name.endsWith(".prisma"))
      .sort()
      .map(async (name) => ({ path: name, content: await readFile(path.join(directory, name), "utf8") })),
  );
}

/** Replaces a folder's `.prisma` files. */
export async function writeSchemaFiles({
  directory,
  files,
}: {
  directory: string;
  files: readonly SchemaContainer[];
}): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await Promise.all(files.map(({ path: name, content }) => writeFile(path.join(directory, name), content)));
}
