import { notFound } from "@assay/contract";
import { contentTypeOf, parseArtifactPath } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import { type OpenedArtifact, openedArtifact } from "../artifact/opened-artifact.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getVersion } from "./get-version.ts";

/** A file of a version, by its frozen manifest: what is put at that path in the run later does not show here. */
export async function readVersionFile({
  ctx,
  input,
}: VerbArgs<ProjectContext, { name: string; version: number; path: string }>): Promise<OpenedArtifact> {
  requirePermission(ctx, "model:read");
  const path = parseArtifactPath(input.path);
  const version = await getVersion({ ctx, input });
  const file = version.files.find((one) => one.path === path);
  if (file === undefined) throw notFound(`Artifact ${path}`);
  return openedArtifact(ctx, { ...file, contentType: contentTypeOf(path), createdAtMs: version.createdAtMs });
}
