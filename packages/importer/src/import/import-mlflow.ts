import { ImportItemKind, type ImportReport } from "@assay/contract";
import { closeImport, noteImportItem, openImport, type ProjectContext } from "@assay/services";
import { Notes } from "../fit/notes.ts";
import type { MlflowSource } from "../source/mlflow-source.ts";
import { importExperiments } from "./import-experiments.ts";
import { closeLoggedModel, openLoggedModels } from "./import-logged-models.ts";
import { importRegistry } from "./import-registry.ts";
import { importRuns } from "./import-runs.ts";
import { Progress } from "./progress.ts";
import { Session, type Thing } from "./session.ts";

export interface ImportOptions {
  ctx: ProjectContext;
  source: MlflowSource;
  /** Names or ids of the experiments to bring; all when left out. */
  only?: readonly string[] | undefined;
  /** Told after every step, with how many of each thing this go has brought. */
  onProgress?: ((counts: ReadonlyMap<string, number>) => void) | undefined;
}

/**
 * Brings everything an MLflow source has into a project, or what came to it since the last time. Breaking off loses
 * nothing: the next import from the same source goes on where this one stopped.
 */
export async function importMlflow({ ctx, source, only, onProgress }: ImportOptions): Promise<ImportReport> {
  const jobId = await openImport({ ctx, input: { source: source.name } });
  const wanted = only === undefined ? null : new Set(only);
  const progress = new Progress(onProgress ?? (() => undefined));
  const session = new Session({ ctx, source, jobId, only: wanted, progress });
  try {
    await importAll(session);
  } catch (error) {
    // What stopped it may stop this too; the reason to tell is the first.
    await closeImport({ ctx, input: { jobId, isComplete: false } }).catch(() => undefined);
    throw error;
  }
  return closeImport({ ctx, input: { jobId, isComplete: true } });
}

/** Logged models stand before the runs that name them, and get their own run and files after those. */
async function importAll(session: Session): Promise<void> {
  for (const kind of ImportItemKind.options) await session.load(kind);
  const targets = await importExperiments(session);
  const open = [];
  for (const target of targets) open.push(...(await openLoggedModels(session, target)));
  const runs = new Map<string, string>();
  for (const target of targets) {
    for (const [id, place] of await importRuns(session, target)) runs.set(id, place);
  }
  for (const model of open) await closeLoggedModel(session, model);
  const loggedModels = new Map(open.map(({ from }) => [from.id, from.artifactUri]));
  await importRegistry(session, { runs, loggedModels });
  await noteLeftovers(session);
}

async function noteLeftovers(session: Session): Promise<void> {
  const leftovers = await session.source.leftovers();
  const thing: Thing = { kind: "source", id: "leftovers", what: "leftovers", content: leftovers };
  const notes = new Notes("");
  for (const { what, count } of leftovers) if (count > 0) notes.missing(what, "they have no place here", "", count);
  const item = session.done(thing, {}, notes);
  await noteImportItem({ ctx: session.ctx, input: { jobId: session.jobId, item } });
}
