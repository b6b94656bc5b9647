import { LIMITS, RunId } from "@assay/contract";
import type { KeyPoints } from "@assay/domain";
import { closeImportedRun, importPoints, importRun } from "@assay/services";
import { fitPoints } from "../fit/fit-points.ts";
import { fitRun } from "../fit/fit-run.ts";
import { Notes } from "../fit/notes.ts";
import type { SourceRun } from "../source/mlflow-source.ts";
import { bringFiles, filesHere, planFiles } from "./bring-files.ts";
import { closeTarget, openTarget, type Target } from "./import-experiments.ts";
import type { Session, Thing } from "./session.ts";

/** Brings the runs of an experiment, one after the other; answers where the files of each lie. */
export async function importRuns(session: Session, target: Target): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  for await (const run of session.source.runs(target.from)) {
    places.set(run.id, run.artifactUri);
    const thing: Thing = { kind: "run", id: run.id, what: "runs", content: run };
    await session.bring(thing, (notes) => importOne(session, target, { run, thing, notes }));
  }
  await closeTarget(session, target);
  return places;
}

interface Bringing {
  run: SourceRun;
  thing: Thing;
  notes: Notes;
}

async function importOne(session: Session, target: Target, { run, thing, notes }: Bringing): Promise<void> {
  const { ctx, jobId } = session;
  const fitted = fitRun(run, notes);
  const owner = { kind: "run", runId: fitted.id } as const;
  const before = session.before(thing);
  const isHere = before?.state === "done" && RunId.safeParse(before.targetId).success;
  const place = { kind: "run", id: run.id, uri: run.artifactUri } as const;
  const known = session.isUnchanged(thing) ? before : undefined;
  if (known !== undefined) {
    const plan = await planFiles(session, place, await filesHere(session, owner, isHere), new Notes(run.id));
    if (plan.absent.length === 0) return session.progress.add("unchanged", 1);
  }
  await openTarget(session, target);
  for (const note of await importRun({ ctx, input: { experimentId: target.to.id, run: fitted } })) notes.all.push(note);
  const points = known?.counts["metric points"] ?? (await bringPoints(session, fitted.id, run, notes));
  const plan = await planFiles(session, place, await filesHere(session, owner, true), notes);
  const { files, bytes } = await bringFiles(session, owner, plan, notes);
  const counts = {
    runs: 1,
    metrics: run.metrics.length,
    "metric points": points,
    params: Object.keys(fitted.params).length,
    tags: Object.keys(fitted.tags).length,
    "dataset inputs": fitted.datasets.length,
    "model links": fitted.modelInputs.length + fitted.modelOutputs.length,
    files,
    bytes,
  };
  // Runs of a deleted experiment are archived with it, so that they come back with it.
  const closed = { ...fitted, isArchived: run.isDeleted && !target.from.isDeleted };
  await closeImportedRun({ ctx, input: { jobId, run: closed, item: session.done(thing, counts, notes) } });
  session.progress.add("runs", 1);
}

/** Gathers pages, which may be small, into batches of the size that the store likes. */
async function bringPoints(session: Session, runId: RunId, run: SourceRun, notes: Notes): Promise<number> {
  let total = 0;
  let batch: KeyPoints[] = [];
  let size = 0;
  const send = async (): Promise<void> => {
    if (size === 0) return;
    session.ctx.signal.throwIfAborted();
    await importPoints({ ctx: session.ctx, input: { runId, series: joined(batch) } });
    session.progress.add("metric points", size);
    total += size;
    batch = [];
    size = 0;
  };
  for await (const page of session.source.points(run)) {
    const fitted = fitPoints(page, notes);
    for (const part of fitted === null ? [] : slices(fitted)) {
      if (size + part.steps.length > LIMITS.metricsPerRequest) await send();
      batch.push(part);
      size += part.steps.length;
    }
  }
  await send();
  return total;
}

function* slices(points: KeyPoints): Generator<KeyPoints> {
  const { key } = points;
  const columns = {
    steps: Array.from(points.steps),
    timesMs: Array.from(points.timesMs),
    values: Array.from(points.values),
  };
  for (let from = 0; from < columns.steps.length; from += LIMITS.metricsPerRequest) {
    const cut = (column: number[]): number[] => column.slice(from, from + LIMITS.metricsPerRequest);
    yield { key, steps: cut(columns.steps), timesMs: cut(columns.timesMs), values: cut(columns.values) };
  }
}

/** Each key once, as the store takes them. */
function joined(batch: readonly KeyPoints[]): KeyPoints[] {
  return [...Map.groupBy(batch, ({ key }) => key)].map(([key, parts]) => {
    const all = (column: "steps" | "timesMs" | "values"): number[] => parts.flatMap((part) => Array.from(part[column]));
    return { key, steps: all("steps"), timesMs: all("timesMs"), values: all("values") };
  });
}
