import type { RegisteredModel } from "@assay/contract";
import type { VersionRecord } from "@assay/services";
import { tagList } from "./tag-list.ts";
import { versionBody } from "./version-body.ts";

/** A registered model as the protocol shows it, with the latest version of each stage. */
export function registeredModelBody(model: RegisteredModel, latest: readonly VersionRecord[]): object {
  return {
    name: model.name,
    creation_timestamp: model.createdAtMs,
    last_updated_timestamp: model.updatedAtMs,
    description: model.description === "" ? undefined : model.description,
    latest_versions: latest.map(versionBody),
    tags: tagList(model.tags),
    aliases: model.aliases.map(({ name, version }) => ({ alias: name, version: String(version) })),
  };
}
