import type { RunId } from "@assay/contract";
import type { PoolClient } from "pg";
import { toId } from "../convert.ts";
import { clientExecutor } from "../metrics/client-executor.ts";
import { createPool } from "../pool.ts";
import { findRunToCheck, type RunToCheckRow } from "../sql/check/runs-to-check.ts";
import { checkRun } from "./check-run.ts";
import type { Finding } from "./finding.ts";

export interface CheckOptions {
  url: string;
  /** Only this run. */
  runId?: string | undefined;
  /** Only runs of the project with this slug or id. */
  project?: string | undefined;
  onFinding: (finding: Finding) => void;
  /** Called after each run. */
  onProgress?: (checked: Checked) => void;
}

/** How much was looked at so far. */
export interface Checked {
  runs: number;
  chunks: number;
  frames: number;
  points: number;
  findings: number;
}

const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/**
 * Reads all that is stored of metric points and holds it against its checksums and against what it comes to when
 * computed anew. Each run in one snapshot and a few chunks at a time, so it may go on beside everything else.
 */
export async function checkMetrics({ url, runId, project, onFinding, onProgress }: CheckOptions): Promise<Checked> {
  const checked: Checked = { runs: 0, chunks: 0, frames: 0, points: 0, findings: 0 };
  const pool = createPool({ url, max: 1, onError: () => undefined });
  try {
    const client = await pool.connect();
    try {
      for (let run = await nextRun(client, BEFORE_ALL, runId, project); run !== null; ) {
        const id = toId<RunId>(run.run_id);
        await inSnapshot(client, () => addRun(client, id, run?.project_id !== null, checked, onFinding));
        onProgress?.(checked);
        run = await nextRun(client, run.run_id, runId, project);
      }
    } finally {
      client.release(true);
    }
  } finally {
    await pool.end();
  }
  return checked;
}

async function addRun(
  client: PoolClient,
  runId: RunId,
  isKnown: boolean,
  checked: Checked,
  onFinding: (finding: Finding) => void,
): Promise<void> {
  const { chunks, frames, points, faults } = await checkRun(clientExecutor(client), runId);
  const orphan = { runId, key: null, place: "run", what: "there is no such run" };
  const findings: Finding[] = isKnown ? [] : [orphan];
  for (const fault of faults) findings.push({ runId, ...fault });
  checked.runs += 1;
  checked.chunks += chunks;
  checked.frames += frames;
  checked.points += points;
  checked.findings += findings.length;
  for (const finding of findings) onFinding(finding);
}

async function nextRun(
  client: PoolClient,
  after: string,
  runId: string | undefined,
  project: string | undefined,
): Promise<RunToCheckRow | null> {
  const parameters = [after, runId ?? null, project ?? null];
  const [row] = await clientExecutor(client).query<RunToCheckRow>(findRunToCheck, parameters);
  return row ?? null;
}

async function inSnapshot(client: PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await work();
  await client.query("COMMIT");
}
