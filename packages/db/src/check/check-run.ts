import type { RunId } from "@assay/contract";
import { arrayLiteral } from "../convert.ts";
import type { Executor } from "../metrics/client-executor.ts";
import { readRunKeyNames } from "../sql/check/read-stored.ts";
import type { KeyRow } from "../sql/metrics/ensure-keys.ts";
import { checkChunks } from "./check-chunks.ts";
import { checkFrames } from "./check-frames.ts";
import { checkSummaries } from "./check-summaries.ts";
import type { Fault } from "./fault.ts";

export interface CheckedRun {
  chunks: number;
  frames: number;
  points: number;
  faults: (Omit<Fault, "keyId"> & { key: string | null })[];
}

/** Checks all that is stored of one run's points. To be called in a transaction that sees one snapshot. */
export async function checkRun(executor: Executor, runId: RunId): Promise<CheckedRun> {
  const chunks = await checkChunks(executor, runId);
  const frames = await checkFrames(executor, runId);
  const summaries = await checkSummaries(executor, runId, chunks);
  const faults = [...chunks.faults, ...frames.faults, ...summaries];
  const names = await namesOf(executor, runId, [...chunks.keyIds, ...faults.flatMap(({ keyId }) => keyId ?? [])]);
  for (const keyId of chunks.keyIds) {
    if (!names.has(keyId)) faults.push({ keyId, place: "key", what: "the run's project has no such key" });
  }
  const points = [...chunks.computed.values()].reduce((sum, { count }) => sum + count, 0);
  const named = faults.map(({ keyId, ...fault }) => ({
    ...fault,
    key: keyId === null ? null : (names.get(keyId) ?? `#${keyId}`),
  }));
  return { chunks: chunks.count, frames: frames.count, points, faults: named };
}

async function namesOf(executor: Executor, runId: RunId, keyIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await executor.query<KeyRow>(readRunKeyNames, [runId, arrayLiteral([...new Set(keyIds)])]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
