import type { DiffTarget } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { withSchemaEngine } from "./schema-engine.ts";
import { readSchemaFiles } from "./schema-files.ts";

type SchemaFiles = Awaited<ReturnType<typeof readSchemaFiles>>;

const withModels = (files: SchemaFiles): DiffTarget =>
  files.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files };

/** The SQL that leads from one datamodel to another; undefined when they do not differ. The database is not read. */
export async function differenceScript({
  from,
  to,
  url,
}: {
  from: SchemaFiles;
  to: SchemaFiles;
  url: string;
}): Promise<string | undefined> {
  const filters = { externalTables: [], externalEnums: [] };
  const difference = { from: withModels(from), to: withModels(to), script: true, exitCode: null, filters };
  const { stdout } = await withSchemaEngine({ url, use: (engine) => engine.diff(difference) });
  if (stdout === null || stdout.trim() === "" || stdout.includes("This is an empty migration")) return undefined;
  return stdout;
}

/** The SQL that builds an empty database as the datamodel in a folder says, without any migration. */
export async function schemaScript({ schemaDir, url }: { schemaDir: string; url: string }): Promise<string> {
  return (await differenceScript({ from: [], to: await readSchemaFiles(schemaDir), url })) ?? "";
}
