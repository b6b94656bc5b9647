import type { ModelVersionDetail } from "@assay/contract";
import { artifacts } from "@assay/db";
import { parseArtifactPath } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

type KeptFile = ModelVersionDetail["files"][number];

interface Input {
  path: string;
  content: AsyncIterable<Uint8Array>;
}

/** Keeps a file of a version that lies in no run's or logged model's tree; the version is to name it soon. */
export async function keepImportedFile({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<KeptFile> {
  requirePermission(ctx, "project:manage");
  const path = parseArtifactPath(input.path);
  const blob = await ctx.blobs.put(input.content, {});
  await withTelemetryTx(ctx, (tx) => artifacts.addBlob(tx, blob.sha256, blob.sizeBytes, ctx.clock.now()));
  return { path, sha256: blob.sha256, sizeBytes: blob.sizeBytes };
}
