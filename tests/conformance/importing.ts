import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { ImportReport } from "@assay/contract";
import { importMlflow, openSource, type SourceOptions } from "@assay/importer";
import { enterProject } from "@assay/services";
import { z } from "zod";
import type { TestHouse } from "../support/house.ts";

const run = promisify(execFile);
const scripts = path.join(import.meta.dirname, "python", "importing");

export interface Store {
  /** As MLflow's client is told of it. */
  trackingUri: string;
  /** Where the client is to put files when no server says so. */
  artifactsAt?: string;
  python: string;
  /** A folder of the test's own, which the client runs in. */
  folder: string;
  token?: string;
}

const python = async ({ trackingUri, artifactsAt, python, folder, token }: Store, args: readonly string[]) => {
  await mkdir(folder, { recursive: true });
  try {
    await run(python, [...args], {
      cwd: folder,
      maxBuffer: 32 * 1024 * 1024,
      env: {
        NODE_ENV: "test",
        PATH: process.env.PATH ?? "",
        HOME: folder,
        TMPDIR: folder,
        PYTHONDONTWRITEBYTECODE: "1",
        PYTHONWARNINGS: "ignore",
        DO_NOT_TRACK: "true",
        GIT_PYTHON_REFRESH: "quiet",
        MLFLOW_ALLOW_FILE_STORE: "true",
        MLFLOW_HTTP_REQUEST_MAX_RETRIES: "0",
        MLFLOW_TRACKING_URI: trackingUri,
        ...(token === undefined ? {} : { MLFLOW_TRACKING_TOKEN: token }),
        ...(artifactsAt === undefined ? {} : { ARTIFACTS_AT: artifactsAt }),
      },
    });
  } catch (error) {
    const stderr = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
    throw new Error(`${args[0]} failed: ${stderr.slice(-3_000)}`, { cause: error });
  }
};

/** Fills a store with one of everything, through the real client. */
export const fillStore = (store: Store, longSeries?: number): Promise<void> =>
  python(store, [path.join(scripts, "make.py"), ...(longSeries === undefined ? [] : [String(longSeries)])]);

/** Makes a database for each revision of MLflow's schema, named by it. */
export const makeOldSchemas = (store: Store, revisions: readonly string[]): Promise<void> =>
  python(store, [path.join(scripts, "old_schemas.py"), store.folder, ...revisions]);

const Entry = z.record(z.string(), z.unknown());
const Run = z.looseObject({ files: z.record(z.string(), z.unknown()) });
const Dump = z.object({
  experiments: z.record(z.string(), z.looseObject({ runs: z.record(z.string(), Run) })),
  models: z.record(z.string(), Entry),
  "logged models": z.record(z.string(), Entry),
});
export type Dump = z.infer<typeof Dump>;

/** Everything the real client finds in a store. */
export async function dumpStore(store: Store): Promise<Dump> {
  const file = path.join(store.folder, `dump-${Math.round(performance.now() * 1_000)}.json`);
  await python(store, [path.join(scripts, "dump.py"), file]);
  return Dump.parse(JSON.parse(await readFile(file, "utf8")));
}

/** A project of a house as MLflow's client sees it. */
export function storeOfProject(
  house: TestHouse,
  project: string,
  { python: client, folder }: Store,
  token: string,
): Store {
  return { trackingUri: `${house.url}/p/team/${project}`, python: client, folder, token };
}

/** Imports into a project of a house, in this process. */
export async function importInto(
  house: TestHouse,
  project: string,
  options: SourceOptions,
  only?: readonly string[],
): Promise<ImportReport> {
  const ctx = await enterProject({ ctx: house.context(), input: { workspace: "team", project } });
  const source = await openSource(options);
  try {
    return await importMlflow({ ctx, source, only });
  } finally {
    await source.close();
  }
}
