import { realpathSync } from "node:fs";
import type { FileOwner, FileReader } from "../files/file-reader.ts";
import { localTree } from "../files/local-tree.ts";
import { placedFiles } from "../files/placed-files.ts";
import type {
  MlflowSource,
  SourceExperiment,
  SourceLoggedModel,
  SourcePoints,
  SourceRun,
} from "../source/mlflow-source.ts";
import { metricPages } from "./metric-lines.ts";
import { readLoggedModel } from "./read-logged-model.ts";
import { readModels, readVersions } from "./read-registry.ts";
import { readRun } from "./read-run.ts";
import { StoreFolder } from "./store-folder.ts";

const TRASH = ".trash";

export interface FolderSourceOptions {
  /** The `mlruns` folder. */
  folder: string;
  /** Where files are that do not lie in the store itself. */
  files: FileReader | null;
}

/** Reads the `mlruns` folder of MLflow's FileStore, its model registry included. */
export async function openFolderSource({ folder, files }: FolderSourceOptions): Promise<MlflowSource> {
  const store = new StoreFolder(realpathSync(folder.replace(/^file:\/\//i, "")));
  const folders = await experimentFolders(store);
  if (folders.size === 0 && (await store.folders("models")).length === 0) {
    throw new Error(`${store.root} is no MLflow folder: it holds no experiment and no model`);
  }
  const folderOf = (experimentId: string): string[] => folders.get(experimentId) ?? [experimentId];
  return {
    name: store.root,
    runsAtOnce: 1,
    files: storeFiles(store, folders, files ?? placedFiles(store.root)),
    experiments: () => readExperiments(store, folders),
    runs: (experiment) => readRuns(store, folderOf(experiment.id), experiment),
    points: (run) => readPoints(store, [...folderOf(run.experimentId), run.id, "metrics"], run),
    loggedModels: (experiment) => readLoggedModels(store, folderOf(experiment.id), experiment),
    registeredModels: () => readModels(store),
    versions: (model) => readVersions(store, model),
    leftovers: () => countTraces(store, [...folders.values()]),
    close: async () => undefined,
  };
}

/** Where each experiment lies, by its id: deleted ones in a folder of their own. */
async function experimentFolders(store: StoreFolder): Promise<Map<string, string[]>> {
  const folders = new Map<string, string[]>();
  for (const above of [[], [TRASH]]) {
    for (const name of await store.folders(...above)) {
      const id = (await store.meta(...above, name))?.get("experiment_id");
      if (name !== TRASH && id !== null && id !== undefined) folders.set(id, [...above, name]);
    }
  }
  return folders;
}

async function* readExperiments(
  store: StoreFolder,
  folders: ReadonlyMap<string, string[]>,
): AsyncGenerator<SourceExperiment> {
  for (const [id, place] of folders) {
    const meta = await store.meta(...place);
    if (meta === null) continue;
    yield {
      id,
      name: meta.text("name"),
      isDeleted: place[0] === TRASH || meta.get("lifecycle_stage") === "deleted",
      createdAtMs: meta.number("creation_time"),
      updatedAtMs: meta.number("last_update_time"),
      tags: await store.entries(...place, "tags"),
    };
  }
}

/** Ordered by their start before the first is read: all of many runs need not lie in memory. */
async function* readRuns(
  store: StoreFolder,
  folder: readonly string[],
  { id: experimentId }: SourceExperiment,
): AsyncGenerator<SourceRun> {
  const found: { id: string; startedAtMs: number }[] = [];
  for (const id of await store.folders(...folder)) {
    const meta = await store.meta(...folder, id);
    const isRun = meta?.get("run_id") === id || meta?.get("run_uuid") === id;
    if (isRun) found.push({ id, startedAtMs: meta?.number("start_time") ?? 0 });
  }
  found.sort((a, b) => a.startedAtMs - b.startedAtMs || (a.id < b.id ? -1 : 1));
  for (const { id } of found) {
    const meta = await store.meta(...folder, id);
    if (meta !== null) yield await readRun(store, { folder, experimentId, id, meta });
  }
}

async function* readPoints(
  store: StoreFolder,
  place: readonly string[],
  { metrics }: SourceRun,
): AsyncGenerator<SourcePoints> {
  for (const { key } of metrics) yield* metricPages(store, key, ...place, key);
}

async function* readLoggedModels(
  store: StoreFolder,
  folder: readonly string[],
  { id: experimentId }: SourceExperiment,
): AsyncGenerator<SourceLoggedModel> {
  for (const id of await store.folders(...folder, "models")) {
    const place = [...folder, "models", id];
    const meta = await store.meta(...place);
    if (meta !== null) yield await readLoggedModel(store, place, { id, experimentId, meta });
  }
}

/** Files lie beside what they belong to, whatever path was noted when the store was elsewhere; or where that leads. */
function storeFiles(store: StoreFolder, folders: ReadonlyMap<string, string[]>, elsewhere: FileReader): FileReader {
  const placesOf = ({ kind, id }: FileOwner): string[][] => {
    return [...folders.values()].map((folder) => [...folder, ...(kind === "run" ? [] : ["models"]), id]);
  };
  return {
    async *list(owner) {
      const isLocal = owner.kind !== "version" && !/^(?!file:)[a-z][a-z0-9+.-]+:/i.test(owner.uri);
      if (!isLocal) yield* elsewhere.list(owner);
      for (const place of isLocal ? placesOf(owner) : []) {
        if ((await store.folders(...place)).includes("artifacts")) {
          yield* localTree(store.root, store.place(...place, "artifacts"));
        }
      }
    },
  };
}

async function countTraces(
  store: StoreFolder,
  folders: readonly (readonly string[])[],
): Promise<{ what: string; count: number }[]> {
  let count = 0;
  for (const folder of folders) count += (await store.folders(...folder, "traces")).length;
  return [{ what: "traces", count }];
}
