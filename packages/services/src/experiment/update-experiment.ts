import { DomainError, type Experiment, invalidInput } from "@assay/contract";
import { experiments, isUniqueViolation } from "@assay/db";
import { canonicalJson } from "@assay/domain/digest";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getExperiment } from "./get-experiment.ts";

export interface UpdateExperimentInput {
  number: number;
  name?: string | undefined;
  description?: string | undefined;
  setTags?: Record<string, string> | undefined;
  deleteTag?: string | undefined;
}

/** Renames, describes or tags an experiment, which an archived one refuses. What is so already changes nothing. */
export async function updateExperiment({
  ctx,
  input,
}: VerbArgs<ProjectContext, UpdateExperimentInput>): Promise<Experiment> {
  requirePermission(ctx, "experiment:write");
  const { id } = await getExperiment({ ctx, input: { number: input.number } });
  try {
    return await withTx(ctx, async (tx) => {
      await experiments.lock(tx, id);
      const current = await getExperiment({ ctx: { ...ctx, db: tx }, input: { number: input.number } });
      const change = changeOf(current, input);
      if (canonicalJson({ ...current, ...change }) === canonicalJson(current)) return current;
      const { name, description, setTags, deleteTag } = input;
      const details = { name, description, setTags, deleteTag };
      await audit(tx, ctx, { action: "experiment.update", subject: { kind: "experiment", id: current.name }, details });
      return experiments.update(tx, current.id, { ...change, updatedAt: ctx.clock.now() });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("ALREADY_EXISTS", `Experiment(name=${input.name}) already exists`, { field: "name" });
  }
}

function changeOf(current: Experiment, input: UpdateExperimentInput) {
  const { number, name, description, setTags, deleteTag } = input;
  if (current.lifecycle === "archived") throw invalidInput(`Experiment ${number} is archived; restore it first`);
  const tags = { ...current.tags, ...setTags };
  if (deleteTag !== undefined) {
    if (!Object.hasOwn(tags, deleteTag)) throw new DomainError("NOT_FOUND", `No tag with name: ${deleteTag}`);
    delete tags[deleteTag];
  }
  return { tags, ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }) };
}
