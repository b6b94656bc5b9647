import { ExperimentId, type ImportReport } from "@assay/contract";
import { fitExperiment } from "../fit/fit-experiment.ts";
import { fitLoggedModel } from "../fit/fit-logged-model.ts";
import { fitModel, isPrompt, registryText } from "../fit/fit-model.ts";
import { fitRun } from "../fit/fit-run.ts";
import { Notes } from "../fit/notes.ts";
import type { MlflowSource, SourceExperiment } from "../source/mlflow-source.ts";
import { findingsOf } from "./findings-of.ts";
import { Progress } from "./progress.ts";
import { reasonOf } from "./session.ts";

export interface SurveyOptions {
  source: MlflowSource;
  only?: readonly string[] | undefined;
  onProgress?: ((counts: ReadonlyMap<string, number>) => void) | undefined;
}

const NOWHERE = ExperimentId.parse("0".repeat(32));

/** Reads everything of a source but points and files, and says what an import would bring and change. Writes nothing. */
export async function surveySource({ source, only, onProgress }: SurveyOptions): Promise<ImportReport> {
  const startedAtMs = Date.now();
  const progress = new Progress(onProgress ?? (() => undefined));
  const all: Notes[] = [];
  const look = (subject: string, what: string, fit: (notes: Notes) => void): void => {
    const notes = new Notes(subject);
    all.push(notes);
    try {
      fit(notes);
      progress.add(what, 1);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === null) throw error;
      notes.missing(what, reason);
    }
  };
  for await (const experiment of source.experiments()) {
    if (only !== undefined && !only.includes(experiment.id) && !only.includes(experiment.name)) continue;
    look(experiment.id, "experiments", (notes) => fitExperiment(experiment, notes));
    await surveyExperiment(source, experiment, look, progress);
  }
  for await (const model of source.registeredModels()) {
    if (isPrompt(model)) continue;
    look(model.name, "registered models", (notes) => fitModel(model, notes));
    progress.add("aliases", model.aliases.length);
    for await (const version of source.versions(model)) {
      look(`${model.name}/${version.number}`, "model versions", (notes) =>
        registryText(version, "model versions", notes),
      );
    }
  }
  for (const { what, count } of await source.leftovers()) {
    if (count > 0) look("", what, (notes) => notes.missing(what, "they have no place here", "", count));
  }
  const came = Object.fromEntries(progress.counts);
  const notes = all.flatMap((one) => one.all);
  return { source: source.name, startedAtMs, finishedAtMs: Date.now(), came, ...findingsOf(notes) };
}

async function surveyExperiment(
  source: MlflowSource,
  experiment: SourceExperiment,
  look: (subject: string, what: string, fit: (notes: Notes) => void) => void,
  progress: Progress,
): Promise<void> {
  for await (const run of source.runs(experiment)) {
    look(run.id, "runs", (notes) => fitRun(run, notes));
    progress.add("metrics", run.metrics.length);
    progress.add("params", run.params.length);
    progress.add("tags", run.tags.length);
    progress.add("dataset inputs", run.datasets.length);
  }
  for await (const model of source.loggedModels(experiment)) {
    look(model.id, "logged models", (notes) => fitLoggedModel(model, NOWHERE, notes));
  }
}
