import { type CreateExperimentInput, DomainError, type Experiment } from "@assay/contract";
import { isUniqueViolation } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { createExperimentRow } from "./create-experiment-row.ts";

type Input = Pick<CreateExperimentInput, "name" | "description" | "tags">;

export async function createExperiment({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<Experiment> {
  requirePermission(ctx, "experiment:write");
  const { name, description, tags } = input;
  try {
    return await withTx(ctx, async (tx) => {
      const experiment = await createExperimentRow(tx, ctx, { name, description, tags });
      await audit(tx, ctx, { action: "experiment.create", subject: { kind: "experiment", id: name } });
      return experiment;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("ALREADY_EXISTS", `Experiment(name=${name}) already exists`, {
      field: "name",
      remedy: "choose another name; archived experiments keep theirs",
    });
  }
}
