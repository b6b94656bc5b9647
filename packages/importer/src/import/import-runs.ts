import { LIMITS, type RunId } from "@assay/contract";
import type { KeyPoints } from "@assay/domain";
import { closeImportedRun, importPoints, importRun, listArtifactTree, noteImportItem } from "@assay/services";
import type { FileOwner } from "../files/file-reader.ts";
import { fitPoints } from "../fit/fit-points.ts";
import { fitRun } from "../fit/fit-run.ts";
import { Notes } from "../fit/notes.ts";
import type { SourceRun } from "../source/mlflow-source.ts";
import { bringFiles, planFiles } from "./bring-files.ts";
import { closeTarget, openTarget, type Target } from "./import-experiments.ts";
import type { Session, Thing } from "./session.ts";
import { sideBySide } from "./side-by-side.ts";

/** Brings the runs of an experiment, some at once; answers where the files of each lie. */
export async function importRuns(session: Session, target: Target): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  const { source } = session;
  await sideBySide(source.runs(target.from), source.runsAtOnce, async (run) => {
    places.set(run.id, run.artifactUri);
    const thing: Thing = { kind: "run", id: run.id, what: "runs", content: run };
    await session.bring(thing, (notes) => importOne(session, target, { run, thing, notes }));
  });
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
  const known = session.isUnchanged(thing) ? session.before(thing) : undefined;
  const isOpen = !run.isDeleted && !target.from.isDeleted;
  if (known !== undefined && !(await hasNewFiles(session, run, fitted.id))) return session.progress.add("unchanged", 1);
  if (known !== undefined && isOpen) {
    // What is said of it here stays; only files are new.
    const brought = await bringTree(session, run, fitted.id, notes);
    const item = session.done(thing, { ...known.counts, ...brought }, notes);
    return noteImportItem({ ctx, input: { jobId, item: { ...item, targetId: fitted.id } } });
  }
  await openTarget(session, target);
  notes.all.push(...(await importRun({ ctx, input: { experimentId: target.to.id, run: fitted } })));
  const counts = {
    runs: 1,
    metrics: run.metrics.length,
    "metric points": known?.counts["metric points"] ?? (await bringPoints(session, fitted.id, run, notes)),
    params: Object.keys(fitted.params).length,
    tags: Object.keys(fitted.tags).length,
    "dataset inputs": fitted.datasets.length,
    "model links": fitted.modelInputs.length + fitted.modelOutputs.length,
    ...(await bringTree(session, run, fitted.id, notes)),
  };
  // Runs of a deleted experiment are archived with it, so that they come back with it.
  const closed = { ...fitted, isArchived: run.isDeleted && !target.from.isDeleted };
  await closeImportedRun({ ctx, input: { jobId, run: closed, item: session.done(thing, counts, notes) } });
  session.progress.add("runs", 1);
}

const placeOf = (run: SourceRun): FileOwner => ({ kind: "run", id: run.id, uri: run.artifactUri });

async function hasNewFiles(session: Session, run: SourceRun, runId: RunId): Promise<boolean> {
  const here = await listArtifactTree({ ctx: session.ctx, input: { owner: { kind: "run", runId } } });
  return (await planFiles(session, placeOf(run), here, new Notes(run.id))).absent.length > 0;
}

async function bringTree(
  session: Session,
  run: SourceRun,
  runId: RunId,
  notes: Notes,
): Promise<{ files: number; bytes: number }> {
  const owner = { kind: "run", runId } as const;
  const here = await listArtifactTree({ ctx: session.ctx, input: { owner } });
  return bringFiles(session, owner, await planFiles(session, placeOf(run), here, notes), notes);
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
