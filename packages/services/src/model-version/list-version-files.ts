import type { ArtifactEntry } from "@assay/contract";
import { contentTypeOf, listFolder, parseArtifactFolder } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getVersion } from "./get-version.ts";

/** What lies directly in one folder of a version's frozen files. */
export async function listVersionFiles({
  ctx,
  input,
}: VerbArgs<ProjectContext, { name: string; version: number; path: string }>): Promise<ArtifactEntry[]> {
  requirePermission(ctx, "model:read");
  const folder = parseArtifactFolder(input.path);
  const { files, createdAtMs } = await getVersion({ ctx, input });
  return listFolder(
    files.map((file) => ({ ...file, contentType: contentTypeOf(file.path), createdAtMs })),
    folder,
  );
}
