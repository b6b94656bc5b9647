import { type Experiment, ExperimentId, type ImportJobId, type ImportNote } from "@assay/contract";
import { experiments, imports, type Store } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import type { ImportItem } from "./import-items.ts";
import { importNote } from "./import-note.ts";
import { requireImport } from "./require-import.ts";

export interface ImportedExperiment {
  /** The number it had, if one of ours could be that; kept when it is free. */
  number: number | null;
  name: string;
  description: string;
  tags: Record<string, string>;
  createdAtMs: number;
  updatedAtMs: number;
  /** It is archived when all of it has come. */
  isDeleted: boolean;
}

interface Input {
  jobId: ImportJobId;
  experiment: ImportedExperiment;
  /** What is remembered of it in the end; its target is filled in here. */
  item: ImportItem;
  /** What it became when it was imported before. */
  knownId: ExperimentId | null;
}

/** Of a name that is told apart by what stands behind it. */
const KEPT_OF_NAME = 200;

/**
 * Brings an experiment under the number it had, when that is free. One of the same name is gone on with, and its own
 * description and tags go before; not so when that is in use and the other was deleted, for it will be archived.
 */
export async function importExperiment({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<Placed> {
  requirePermission(ctx, "project:manage");
  return withTelemetryTx(ctx, async (tx) => {
    await requireImport(tx, ctx, input.jobId);
    const { experiment, notes } = await placeExperiment(tx, ctx, input);
    const all = [...input.item.notes, ...notes];
    await imports.saveItem(tx, input.jobId, { ...input.item, targetId: experiment.id, notes: all });
    return { experiment, notes: all };
  });
}

/** An experiment with what of it came otherwise than it was. */
interface Placed {
  experiment: Experiment;
  notes: ImportNote[];
}

async function placeExperiment(tx: Store, ctx: ProjectContext, { experiment, knownId, item }: Input): Promise<Placed> {
  const { name, description, tags } = experiment;
  const known = knownId === null ? null : await experiments.findById(tx, ctx.project.id, knownId);
  if (known !== null) return { experiment: await refreshExperiment(tx, ctx, known, experiment), notes: [] };
  const namesake = await experiments.findByName(tx, ctx.project.id, name);
  if (namesake === null) return addExperiment(tx, ctx, experiment);
  if (experiment.isDeleted && namesake.lifecycle === "active") {
    const renamed = `${name.slice(0, KEPT_OF_NAME)} (MLflow ${item.sourceId})`;
    const why = "it was deleted, and one in use has its name here";
    const { experiment: added, notes } = await addExperiment(tx, ctx, { ...experiment, name: renamed });
    return {
      experiment: added,
      notes: [...notes, importNote("changed", "experiments", why, `${name} is ${renamed} here`)],
    };
  }
  const change = {
    description: namesake.description === "" ? description : namesake.description,
    tags: { ...tags, ...namesake.tags },
    updatedAt: ctx.clock.now(),
  };
  const why = "an experiment of the same name was here, and its runs came into that";
  return {
    experiment: await experiments.update(tx, namesake.id, change),
    notes: [importNote("changed", "experiments", why, `${name} is experiment ${namesake.number} here`)],
  };
}

/** One that was imported before, with what the source says of it now; it keeps its name where the new one is taken. */
async function refreshExperiment(
  tx: Store,
  ctx: ProjectContext,
  known: Experiment,
  { name, description, tags, updatedAtMs }: ImportedExperiment,
): Promise<Experiment> {
  const isTaken = name !== known.name && (await experiments.findByName(tx, ctx.project.id, name)) !== null;
  return experiments.update(tx, known.id, {
    ...(isTaken ? {} : { name }),
    description,
    tags: { ...known.tags, ...tags },
    updatedAt: new Date(updatedAtMs),
  });
}

async function addExperiment(tx: Store, ctx: ProjectContext, given: ImportedExperiment): Promise<Placed> {
  const { number: wanted, createdAtMs, updatedAtMs, isDeleted: _, ...rest } = given;
  const number = await imports.takeExperimentNumber(tx, ctx.project.id, wanted);
  const { id } = await experiments.create(tx, {
    ...rest,
    id: ExperimentId.parse(ctx.ids.uuid()),
    workspaceId: ctx.workspace.id,
    projectId: ctx.project.id,
    number,
    createdAt: new Date(createdAtMs),
  });
  const experiment = await experiments.update(tx, id, { updatedAt: new Date(updatedAtMs) });
  if (number === wanted) return { experiment, notes: [] };
  const why = wanted === null ? "its id is too large for a number here" : "its number was taken here";
  return {
    experiment,
    notes: [importNote("changed", "experiments", why, `${given.name} is experiment ${number} here`)],
  };
}
