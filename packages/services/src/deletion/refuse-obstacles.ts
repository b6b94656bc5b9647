import { DomainError, type RunId } from "@assay/contract";
import { deletion, type Store } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** Refuses with CONFLICT while the registry or a fork that stays needs one of the runs. */
export async function refuseObstacles(tx: Store, ctx: ProjectContext, runIds: readonly RunId[]): Promise<void> {
  const [first, ...others] = await deletion.obstacles(tx, ctx.project.id, runIds);
  if (first === undefined) return;
  const more = others.length === 0 ? "" : `, and ${others.length} more like it`;
  throw first.kind === "version"
    ? new DomainError("CONFLICT", `${first.runName} is the source of ${first.name} in the registry${more}`, {
        field: "runIds",
        remedy: "delete that version first, or keep the run: it is where the version came from",
      })
    : new DomainError("CONFLICT", `${first.name} is forked from ${first.runName} and reads its points${more}`, {
        field: "runIds",
        remedy: "delete the fork with it, or keep the run",
      });
}
