import type { VersionRecord } from "@assay/services";
import { tagList } from "./tag-list.ts";

/** A model version as the protocol shows it. It is ready at once: its files were frozen when it was registered. */
export function versionBody(version: VersionRecord): object {
  return {
    name: version.modelName,
    version: String(version.number),
    creation_timestamp: version.createdAtMs,
    last_updated_timestamp: version.updatedAtMs,
    user_id: version.createdBy,
    current_stage: version.stage,
    description: version.description === "" ? undefined : version.description,
    source: version.sourceUri,
    run_id: version.sourceRun?.id,
    run_link: version.runLink === "" ? undefined : version.runLink,
    status: "READY",
    tags: tagList(version.tags),
    aliases: version.aliases,
    model_id: version.loggedModelId,
  };
}
