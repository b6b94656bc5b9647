import type { SourceModel, SourceVersion } from "../source/mlflow-source.ts";
import type { StoreFolder } from "./store-folder.ts";

const FOLDER = "models";

/** The registered models of a store. */
export async function* readModels(store: StoreFolder): AsyncGenerator<SourceModel> {
  for (const folder of await store.folders(FOLDER)) {
    const meta = await store.meta(FOLDER, folder);
    if (meta === null) continue;
    const aliases = await store.entries(FOLDER, folder, "aliases");
    yield {
      name: meta.get("name") ?? folder,
      description: meta.text("description"),
      createdAtMs: meta.number("creation_timestamp"),
      updatedAtMs: meta.number("last_updated_timestamp"),
      tags: await store.entries(FOLDER, folder, "tags"),
      aliases: aliases.map(({ key, value }) => ({ alias: key, version: Number(value) })),
    };
  }
}

/** The versions of a model, by number. */
export async function* readVersions(store: StoreFolder, { name }: SourceModel): AsyncGenerator<SourceVersion> {
  const numbers = (await store.folders(FOLDER, name)).flatMap((folder) => /^version-(\d+)$/.exec(folder)?.[1] ?? []);
  for (const number of numbers.map(Number).sort((a, b) => a - b)) {
    const place = [FOLDER, name, `version-${number}`];
    const meta = await store.meta(...place);
    if (meta === null || meta.get("current_stage") === "Deleted_Internal") continue;
    yield {
      name,
      number,
      description: meta.text("description"),
      user: meta.text("user_id"),
      stage: meta.text("current_stage"),
      source: meta.text("source"),
      storageLocation: meta.text("storage_location"),
      runId: meta.text("run_id"),
      runLink: meta.text("run_link"),
      modelId: meta.text("model_id") || (/^models:\/(m-[0-9a-f]{32})$/.exec(meta.text("source"))?.[1] ?? ""),
      status: meta.text("status"),
      createdAtMs: meta.number("creation_timestamp"),
      updatedAtMs: meta.number("last_updated_timestamp"),
      tags: await store.entries(...place, "tags"),
    };
  }
}
