import {
  closeImportedLoggedModel,
  type ImportedLoggedModel,
  importLoggedModel,
  listArtifactTree,
} from "@assay/services";
import { fitLoggedModel } from "../fit/fit-logged-model.ts";
import { Notes } from "../fit/notes.ts";
import type { SourceLoggedModel } from "../source/mlflow-source.ts";
import { bringFiles, planFiles } from "./bring-files.ts";
import type { Target } from "./import-experiments.ts";
import type { Session, Thing } from "./session.ts";

const toThing = (model: SourceLoggedModel): Thing => ({
  kind: "loggedModel",
  id: model.id,
  what: "logged models",
  content: model,
});

/** A logged model that stands here by its id, and waits for its run and files. */
export interface OpenModel {
  from: SourceLoggedModel;
  target: Target;
}

/** Brings the logged models of an experiment by their ids, which runs name as what they read and made. */
export async function openLoggedModels(session: Session, target: Target): Promise<OpenModel[]> {
  const open: OpenModel[] = [];
  for await (const from of session.source.loggedModels(target.from)) {
    const thing = toThing(from);
    const isHere = session.isUnchanged(thing);
    const isOpen = await session.bring(thing, async (notes) => {
      const model = fitLoggedModel(from, target.to.id, notes);
      if (!isHere) await importLoggedModel({ ctx: session.ctx, input: { model } });
    });
    if (isOpen) open.push({ from, target });
  }
  return open;
}

/** Brings what was missing of a logged model: its files, and its run, which is here by now. */
export async function closeLoggedModel(session: Session, { from, target }: OpenModel): Promise<void> {
  const thing = toThing(from);
  await session.bring(thing, async (notes) => {
    const model = fitLoggedModel(from, target.to.id, notes);
    const owner = { kind: "loggedModel", loggedModelId: model.id } as const;
    const place = { kind: "loggedModel", id: from.id, uri: from.artifactUri } as const;
    const here = await listArtifactTree({ ctx: session.ctx, input: { owner } });
    if (session.isUnchanged(thing)) {
      const plan = await planFiles(session, place, here, new Notes(from.id));
      if (plan.absent.length === 0) return session.progress.add("unchanged", 1);
      await importLoggedModel({ ctx: session.ctx, input: { model } });
    }
    const plan = await planFiles(session, place, here, notes);
    const { files, bytes } = await bringFiles(session, owner, plan, notes);
    const item = session.done(thing, countsOf(model, { files, bytes }), notes);
    await closeImportedLoggedModel({ ctx: session.ctx, input: { jobId: session.jobId, model, item } });
    session.progress.add("logged models", 1);
  });
}

const countsOf = (model: ImportedLoggedModel, brought: { files: number; bytes: number }) => ({
  "logged models": 1,
  "model params": Object.keys(model.params).length,
  "model tags": Object.keys(model.tags).length,
  "model metrics": model.metrics.length,
  ...brought,
});
