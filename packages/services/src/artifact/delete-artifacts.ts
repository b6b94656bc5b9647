import type { ArtifactOwner } from "@assay/contract";
import { artifacts } from "@assay/db";
import { parseArtifactPath } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireWritableOwner } from "./require-owner.ts";

/** Takes a file or a whole folder out of a tree, if it is there. Versions registered from it keep their files. */
export async function deleteArtifacts({
  ctx,
  input,
}: VerbArgs<ProjectContext, { owner: ArtifactOwner; path: string }>): Promise<void> {
  requirePermission(ctx, "artifact:delete");
  const path = parseArtifactPath(input.path);
  await requireWritableOwner(ctx, input.owner);
  await withTx(ctx, async (tx) => {
    const count = await artifacts.remove(tx, ctx.project.id, input.owner, path);
    if (count === 0) return;
    const id = input.owner.kind === "run" ? input.owner.runId : input.owner.loggedModelId;
    await audit(tx, ctx, {
      action: "artifact.delete",
      subject: { kind: input.owner.kind, id },
      details: { path, count },
    });
  });
}
