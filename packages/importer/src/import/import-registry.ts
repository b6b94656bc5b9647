import { LoggedModelId, RunId } from "@assay/contract";
import { importModel, importPointers, importVersion, noteImportItem } from "@assay/services";
import { UnreadableError } from "../files/file-reader.ts";
import { fitAliases, fitModel, fitStage, isPrompt, registryText } from "../fit/fit-model.ts";
import { fitTime } from "../fit/fit-time.ts";
import type { Notes } from "../fit/notes.ts";
import type { SourceModel, SourceVersion } from "../source/mlflow-source.ts";
import type { Session, Thing } from "./session.ts";
import { type Places, versionFiles } from "./version-files.ts";

/** Brings the registered models with their versions, and then their aliases and stages. */
export async function importRegistry(session: Session, places: Places): Promise<void> {
  for await (const model of session.source.registeredModels()) {
    const content = { model, versions: [] as SourceVersion[] };
    const thing: Thing = { kind: "model", id: model.name, what: "registered models", content };
    await session.bring(thing, async (notes) => {
      if (isPrompt(model)) throw new UnreadableError("prompts have no place here");
      for await (const version of session.source.versions(model)) content.versions.push(version);
      const wanted = content.versions.filter((version) => isWanted(session, version, places));
      if (session.only !== null && wanted.length === 0) return;
      await importOne(session, { model, wanted, thing, places, notes });
    });
  }
}

/** Of some experiments only what they made is wanted. */
function isWanted({ only }: Session, version: SourceVersion, { runs, loggedModels }: Places): boolean {
  return only === null || runs.has(version.runId) || loggedModels.has(version.modelId);
}

interface Bringing {
  model: SourceModel;
  wanted: readonly SourceVersion[];
  thing: Thing;
  places: Places;
  notes: Notes;
}

async function importOne(session: Session, { model, wanted, thing, places, notes }: Bringing): Promise<void> {
  const { ctx, jobId } = session;
  const fitted = fitModel(model, notes);
  const isUnchanged = session.isUnchanged(thing);
  if (!isUnchanged) await importModel({ ctx, input: { model: fitted } });
  const came = new Set<number>();
  let isNew = !isUnchanged;
  for (const version of wanted) {
    const id = `${version.name}/${version.number}`;
    const one: Thing = { kind: "version", id, what: "model versions", content: version };
    const isKnown = session.isUnchanged(one);
    const isHere = isKnown || (await session.bring(one, (own) => importOneVersion(session, version, one, places, own)));
    if (isHere) came.add(version.number);
    if (isHere && !isKnown) isNew = true;
  }
  if (!isNew) return session.progress.add("unchanged", 1);
  const aliases = fitAliases(model, came, notes);
  const stages = wanted.flatMap((version) =>
    came.has(version.number) ? [{ version: version.number, stage: fitStage(version) }] : [],
  );
  const { name, updatedAtMs } = fitted;
  notes.all.push(...(await importPointers({ ctx, input: { name, aliases, stages, updatedAtMs } })));
  const item = session.done(thing, { "registered models": 1, aliases: aliases.length }, notes);
  await noteImportItem({ ctx, input: { jobId, item: { ...item, targetId: name } } });
  session.progress.add("registered models", 1);
}

async function importOneVersion(
  session: Session,
  version: SourceVersion,
  thing: Thing,
  places: Places,
  notes: Notes,
): Promise<void> {
  const { ctx, jobId } = session;
  const { name, number, source: sourceUri, runLink } = version;
  const files = await versionFiles(session, version, places, notes);
  if (version.user !== "") {
    notes.changed("model versions", "they show who imported them, not who registered them", version.user);
  }
  const createdAtMs = fitTime(version.createdAtMs, 0, "model versions", notes);
  const updatedAtMs = fitTime(version.updatedAtMs, createdAtMs, "model versions", notes);
  const runId = RunId.safeParse(version.runId);
  if (!runId.success || !places.runs.has(runId.data)) {
    notes.changed("model versions", "the run they came from is not at the source, so they have none here");
  }
  const own = files.kind === "tree" && files.owner.kind === "loggedModel" ? files.owner.loggedModelId : null;
  const input = {
    name,
    number,
    ...registryText(version, "model versions", notes),
    sourceUri: sourceUri.slice(0, 2_000),
    runLink: runLink.slice(0, 2_000),
    runId: runId.success ? runId.data : null,
    loggedModelId: own ?? LoggedModelId.safeParse(version.modelId).data ?? null,
    files,
    createdAtMs,
    updatedAtMs,
  };
  const item = session.done(thing, { "model versions": 1 }, notes);
  await importVersion({ ctx, input: { jobId, version: input, item } });
  session.progress.add("model versions", 1);
}
