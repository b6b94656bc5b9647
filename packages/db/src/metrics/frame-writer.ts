import { DomainError, type IngestWriter, type ProjectId, type RunId } from "@assay/contract";
import { byteaArray, byteaArrayText } from "../bytea-array.ts";
import { arrayLiteral } from "../convert.ts";
import type { Outcome } from "../group-commit.ts";
import { findWriter, type WriterRow } from "../sql/metrics/find-writer.ts";
import type { HotSlot } from "../sql/metrics/hot-tables.ts";
import { insertFrames, type RefusedRow } from "../sql/metrics/insert-frames.ts";
import type { Executor } from "./client-executor.ts";
import { UnwritableRunError } from "./errors.ts";
import type { FrameRow } from "./frame-rows.ts";
import type { PointBatch } from "./metric-store.ts";

/** A batch ready to be written. */
export interface EncodedBatch extends Pick<PointBatch, "projectId" | "runId" | "writer"> {
  rows: FrameRow[];
}

export type AppendResult = "accepted" | "duplicate";

/** How bytes are sent: as they are to PostgreSQL itself, as text through Prisma. */
export type ByteaForm = "binary" | "text";

/** Writes batches by one statement and says what became of each, in their order. */
export async function writeFrames(
  executor: Pick<Executor, "query">,
  slot: HotSlot,
  batches: readonly EncodedBatch[],
  form: ByteaForm,
): Promise<Outcome<AppendResult>[]> {
  const outcomes: Outcome<AppendResult>[] = batches.map(() => ({ result: "accepted" }));
  const refused = await executor.query<RefusedRow>(insertFrames[slot], parametersOf(batches, form));
  for (const { ord, is_writable } of refused) {
    const batch = batches[ord];
    if (batch === undefined) continue;
    outcomes[ord] = is_writable ? await judgeSequence(executor, batch) : { error: new UnwritableRunError(batch.runId) };
  }
  return outcomes;
}

/** Cuts batches into rounds in which each writer has one batch at most: a writer's batches go one after the other. */
export function roundsOf(batches: readonly EncodedBatch[]): number[][] {
  const rounds: number[][] = [];
  const taken = new Map<string, number>();
  batches.forEach(({ runId, writer }, at) => {
    const name = writer === undefined ? null : `${runId}/${writer.id}`;
    const round = name === null ? 0 : (taken.get(name) ?? 0);
    if (name !== null) taken.set(name, round + 1);
    const ofRound = rounds[round];
    if (ofRound === undefined) rounds[round] = [at];
    else ofRound.push(at);
  });
  return rounds;
}

function parametersOf(batches: readonly EncodedBatch[], form: ByteaForm): unknown[] {
  const ofRows = (pick: (row: FrameRow, ord: number) => number): string =>
    plainLiteral(batches.flatMap(({ rows }, ord) => rows.map((row) => pick(row, ord))));
  const frames = batches.flatMap(({ rows }) => rows.map(({ frame }) => frame));
  return [
    plainLiteral(batches.map((_, ord) => ord)),
    plainLiteral(batches.map(({ runId }) => runId)),
    plainLiteral(batches.map(({ projectId }) => projectId)),
    arrayLiteral(batches.map(({ writer }) => writer?.id ?? "")),
    plainLiteral(batches.map(({ writer }) => writer?.epoch ?? 0)),
    plainLiteral(batches.map(({ writer }) => writer?.sequence ?? 0)),
    ofRows((_, ord) => ord),
    ofRows(({ keyLo }) => keyLo),
    ofRows(({ keyHi }) => keyHi),
    ofRows(({ minStep }) => minStep),
    ofRows(({ maxStep }) => maxStep),
    ofRows(({ pointCount }) => pointCount),
    form === "binary" ? byteaArray(frames) : byteaArrayText(frames),
  ];
}

/** Numbers and ids need no quotes. */
const plainLiteral = (values: readonly (number | RunId | ProjectId)[]): string => `{${values.join()}}`;

/** Why a writer's sequence was refused: it was taken before, or it is not the next. */
async function judgeSequence(executor: Pick<Executor, "query">, batch: EncodedBatch): Promise<Outcome<AppendResult>> {
  const { runId, writer } = batch;
  if (writer === undefined) throw new Error("a batch without a writer was refused for its sequence");
  const [known] = await executor.query<WriterRow>(findWriter, [runId, writer.id]);
  const lastSequence = Number(known?.last_seq ?? 0);
  if (known?.epoch === writer.epoch && writer.sequence <= lastSequence) return { result: "duplicate" };
  return { error: sequenceGap(writer, known?.epoch ?? writer.epoch, lastSequence) };
}

function sequenceGap(writer: IngestWriter, epoch: number, lastSequence: number): DomainError {
  if (writer.epoch < epoch) {
    return new DomainError("CONFLICT", `Writer ${writer.id} has moved on to epoch ${epoch}`, {
      field: "writer.epoch",
      remedy: "only the newest process of a writer may log; give each process a writer of its own",
    });
  }
  const expected = writer.epoch > epoch ? 1 : lastSequence + 1;
  return new DomainError("SEQUENCE_GAP", `Sequence ${writer.sequence} is not the next of writer ${writer.id}`, {
    field: "writer.sequence",
    expected,
    remedy: `send sequence ${expected} first`,
  });
}
