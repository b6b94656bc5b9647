import { type Experiment, ExperimentId, type ImportNote } from "@assay/contract";
import { archiveExperiment, importExperiment, listExperiments } from "@assay/services";
import { fitExperiment } from "../fit/fit-experiment.ts";
import { Notes } from "../fit/notes.ts";
import type { SourceExperiment } from "../source/mlflow-source.ts";
import type { Session, Thing } from "./session.ts";

/** An experiment of the source, and what it is here. */
export interface Target {
  from: SourceExperiment;
  to: Experiment;
  /** Whether something of it was written in this go. */
  isTouched: boolean;
  /** What of it came otherwise than it was. */
  notes: readonly ImportNote[];
  /** Begun when the first of its runs needs it. */
  opening?: Promise<Experiment>;
}

const toThing = (from: SourceExperiment): Thing => ({
  kind: "experiment",
  id: from.id,
  what: "experiments",
  content: from,
});

/** Brings the experiments that are wanted; their runs come into them next. */
export async function importExperiments(session: Session): Promise<Target[]> {
  const { ctx, only } = session;
  const here = new Map((await listExperiments({ ctx, input: {} })).map((one) => [one.id, one]));
  const targets: Target[] = [];
  for await (const from of session.source.experiments()) {
    if (only !== null && !only.has(from.id) && !only.has(from.name)) continue;
    const thing = toThing(from);
    const knownId = ExperimentId.safeParse(session.before(thing)?.targetId).data ?? null;
    const known = knownId === null ? undefined : here.get(knownId);
    if (known !== undefined && session.isUnchanged(thing)) {
      targets.push({ from, to: known, isTouched: false, notes: session.before(thing)?.notes ?? [] });
      continue;
    }
    await session.bring(thing, async (notes) => {
      const experiment = fitExperiment(from, notes);
      const fresh = session.done(thing, { experiments: 1 }, notes);
      // That it came under another number or name was settled then.
      const item = known === undefined ? fresh : { ...fresh, notes: session.before(thing)?.notes ?? fresh.notes };
      // An archived one is done when it is archived again.
      const state = from.isDeleted ? "failed" : "done";
      const input = { jobId: session.jobId, experiment, item: { ...item, state } as const, knownId };
      const { experiment: to, notes: all } = await importExperiment({ ctx, input });
      targets.push({ from, to, isTouched: true, notes: all });
      session.progress.add("experiments", 1);
    });
  }
  return targets;
}

/** Has an archived experiment take runs again, until it is closed. */
export async function openTarget({ ctx }: Session, target: Target): Promise<void> {
  target.isTouched = true;
  if (target.to.lifecycle === "active") return;
  target.opening ??= archiveExperiment({ ctx, input: { number: target.to.number, isArchived: false } });
  target.to = await target.opening;
}

/** Archives what the source has deleted, with its runs, when all of it has come. */
export async function closeTarget(session: Session, target: Target): Promise<void> {
  const { ctx, jobId } = session;
  const { from, to, notes } = target;
  if (!from.isDeleted || !target.isTouched) return;
  await archiveExperiment({ ctx, input: { number: to.number, isArchived: true } });
  const thing = toThing(from);
  const item = { ...session.done(thing, { experiments: 1 }, new Notes(thing.id)), notes: [...notes] };
  // Once more, for the time of its last change.
  const experiment = fitExperiment(from, new Notes(thing.id));
  await importExperiment({ ctx, input: { jobId, experiment, item, knownId: to.id } });
}
