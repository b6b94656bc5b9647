import { type Experiment, ExperimentId } from "@assay/contract";
import { experiments, projects, type Store } from "@assay/db";
import type { ProjectContext } from "../context.ts";
import { emitExperimentCreated } from "../webhook/run-events.ts";

/** Adds an experiment under the project's next number. */
export async function createExperimentRow(
  tx: Store,
  ctx: ProjectContext,
  experiment: { name: string; description: string; tags: Record<string, string> },
): Promise<Experiment> {
  const number = await projects.takeExperimentNumber(tx, ctx.project.id);
  const made = await experiments.create(tx, {
    ...experiment,
    id: ExperimentId.parse(ctx.ids.uuid()),
    workspaceId: ctx.workspace.id,
    projectId: ctx.project.id,
    number,
    createdAt: ctx.clock.now(),
  });
  await emitExperimentCreated(tx, ctx, made);
  return made;
}
