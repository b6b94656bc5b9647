import {
  type ImportCounts,
  type ImportFinding,
  ImportItemKind,
  type ImportJobId,
  ImportNote,
  ImportReport,
  type ImportState,
  type LoggedModelId,
  type ModelId,
  type ProjectId,
  type RunId,
} from "@assay/contract";
import { fromHex, toHex, toId } from "../convert.ts";
import { linkImportedParents } from "../sql/imports/link-parents.ts";
import { type OpenedJobRow, openImportJob } from "../sql/imports/open-job.ts";
import { type CountRow, sumImportCounts } from "../sql/imports/sum-counts.ts";
import { type NoteRow, sumImportNotes } from "../sql/imports/sum-notes.ts";
import { type NumberRow, takeExperimentNumber as takeNumberStatement } from "../sql/imports/take-number.ts";
import type { Store } from "../store.ts";
import { loggedModelUuid } from "./logged-models.ts";

export interface NewImportJob {
  id: ImportJobId;
  projectId: ProjectId;
  source: string;
  startedBy: string;
  startedAt: Date;
}

/** Begins an import or goes on with the project's earlier one from the same source; answers its id. */
export async function open(store: Store, job: NewImportJob): Promise<ImportJobId> {
  const { id, projectId, source, startedBy, startedAt } = job;
  const [row] = await store.query<OpenedJobRow>(openImportJob, [id, projectId, source, startedBy, startedAt]);
  return row === undefined ? id : toId<ImportJobId>(row.id);
}

export interface ImportJob {
  id: ImportJobId;
  source: string;
  state: ImportState;
  startedAt: Date;
  report: ImportReport | null;
}

export async function find(store: Store, projectId: ProjectId, id: ImportJobId): Promise<ImportJob | null> {
  const row = await store.prisma.importJob.findFirst({ where: { id, projectId } });
  if (row === null) return null;
  const { source, state, startedAt, report } = row;
  return { id, source, state, startedAt, report: report === null ? null : ImportReport.parse(report) };
}

/** Ends an import for now. */
export async function close(
  store: Store,
  id: ImportJobId,
  end: { state: ImportState; finishedAt: Date; report: ImportReport },
): Promise<void> {
  await store.prisma.importJob.update({ where: { id }, data: end });
}

/** What an import remembers of a thing of its source. */
export interface ImportItem {
  kind: ImportItemKind;
  sourceId: string;
  targetId: string;
  state: "done" | "failed";
  /** SHA-256 in hex of what the source said of it. */
  digest: string;
  counts: ImportCounts;
  notes: ImportNote[];
}

/** Everything of one kind that an import remembers. */
export async function items(store: Store, jobId: ImportJobId, kind: ImportItemKind): Promise<ImportItem[]> {
  const rows = await store.prisma.importItem.findMany({ where: { jobId, kind }, orderBy: { sourceId: "asc" } });
  return rows.map((row) => ({
    kind: ImportItemKind.parse(row.kind),
    sourceId: row.sourceId,
    targetId: row.targetId,
    state: row.state,
    digest: toHex(row.digest),
    counts: toCounts(row.counts),
    notes: ImportNote.array().parse(row.notes),
  }));
}

export async function saveItem(store: Store, jobId: ImportJobId, item: ImportItem): Promise<void> {
  const { kind, sourceId, digest, ...rest } = item;
  const content = { ...rest, digest: fromHex(digest) };
  await store.prisma.importItem.upsert({
    where: { jobId_kind_sourceId: { jobId, kind, sourceId } },
    create: { jobId, kind, sourceId, ...content },
    update: content,
  });
}

/** How many of each thing all items of an import brought. */
export async function counts(store: Store, jobId: ImportJobId): Promise<ImportCounts> {
  const rows = await store.query<CountRow>(sumImportCounts, [jobId]);
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}

/** What was changed and what is missing, notes of one reason together. */
export async function findings(
  store: Store,
  jobId: ImportJobId,
): Promise<{ changed: ImportFinding[]; missing: ImportFinding[] }> {
  const rows = await store.query<NoteRow>(sumImportNotes, [jobId]);
  const of = (verdict: string): ImportFinding[] =>
    rows
      .filter((row) => row.verdict === verdict)
      .map(({ what, why, count, examples }) => ({ what, why, count, examples: examples.filter((one) => one !== "") }));
  return { changed: of("changed"), missing: of("missing") };
}

/** Gives imported runs the parents that came after them; answers which runs. */
export async function linkParents(store: Store, projectId: ProjectId, jobId: ImportJobId): Promise<RunId[]> {
  const rows = await store.query<{ id: string }>(linkImportedParents, [jobId, projectId]);
  return rows.map((row) => toId<RunId>(row.id));
}

/** The wanted number for an experiment when it is free, else the project's next. */
export async function takeExperimentNumber(store: Store, projectId: ProjectId, wanted: number | null): Promise<number> {
  const [row] = await store.query<NumberRow>(takeNumberStatement, [projectId, wanted]);
  if (row === undefined) throw new Error(`project ${projectId} is gone`);
  return row.number;
}

function toCounts(json: unknown): ImportCounts {
  if (typeof json !== "object" || json === null) return {};
  return Object.fromEntries(
    Object.entries(json).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}

/** Whichever project a logged model is in: only to refuse one that came by another way. */
export async function projectOfLoggedModel(store: Store, id: LoggedModelId): Promise<ProjectId | null> {
  const row = await store.prisma.loggedModel.findFirst({
    where: { id: loggedModelUuid(id) },
    select: { projectId: true },
  });
  return row === null ? null : toId<ProjectId>(row.projectId);
}

/** Brings a logged model back that an import archived, so that it takes files again. */
export async function reopenLoggedModel(store: Store, id: LoggedModelId): Promise<void> {
  await store.prisma.loggedModel.updateMany({
    where: { id: loggedModelUuid(id), archivedAt: { not: null } },
    data: { archivedAt: null },
  });
}

export async function setLoggedModelRun(store: Store, id: LoggedModelId, sourceRunId: RunId | null): Promise<void> {
  await store.prisma.loggedModel.update({ where: { id: loggedModelUuid(id) }, data: { sourceRunId } });
}

/** Keeps a version number that an import used from being given again. */
export async function passVersionNumber(store: Store, modelId: ModelId, number: number): Promise<void> {
  await store.prisma.registeredModel.updateMany({
    where: { id: modelId, nextVersionNumber: { lte: number } },
    data: { nextVersionNumber: number + 1 },
  });
}
