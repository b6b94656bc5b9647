import { type ArtifactEntry, notFound } from "@assay/contract";
import {
  getModelById,
  listArtifacts,
  listVersionFiles,
  type OpenedArtifact,
  type ProjectContext,
  readArtifact,
  readVersionFile,
} from "@assay/services";
import type { ArtifactAddress } from "./artifact-root.ts";

/** What lies directly in a folder, whoever's it is. */
export async function listFiles(ctx: ProjectContext, { root, path }: ArtifactAddress): Promise<ArtifactEntry[]> {
  if (root.kind === "experiment") return [];
  if (root.kind !== "version") return listArtifacts({ ctx, input: { owner: root, path } });
  const { name } = await getModelById({ ctx, input: { modelId: root.modelId } });
  return listVersionFiles({ ctx, input: { name, version: root.version, path } });
}

/** A file ready to stream; a version's comes from its frozen manifest. */
export async function openFile(ctx: ProjectContext, { root, path }: ArtifactAddress): Promise<OpenedArtifact> {
  if (root.kind === "experiment") throw notFound(`Artifact ${path}`);
  if (root.kind !== "version") return readArtifact({ ctx, input: { owner: root, path } });
  const { name } = await getModelById({ ctx, input: { modelId: root.modelId } });
  return readVersionFile({ ctx, input: { name, version: root.version, path } });
}
