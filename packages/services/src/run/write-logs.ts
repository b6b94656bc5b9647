import { DomainError, type RunId } from "@assay/contract";
import { type Outcome, params, runs, runTags, type SqlStore } from "@assay/db";
import type { KeyPoints } from "@assay/domain";
import type { ProjectContext } from "../context.ts";
import { requireWritable } from "./require-writable-run.ts";

export interface LogInput {
  runId: RunId;
  /** Each key once. */
  metrics?: readonly KeyPoints[];
  params?: Record<string, string>;
  tags?: Record<string, string>;
}

/** What is to be logged to a run, and by whom. */
export interface LogRequest {
  ctx: ProjectContext;
  input: LogInput;
}

/**
 * Writes points, params and tags to runs of one project in the transaction `tx`, no run twice. Answers for each request
 * whether it was taken.
 * @throws the refusal of a request that had been begun to write: nothing of the others is kept either.
 */
export async function writeLogs(tx: SqlStore, requests: readonly LogRequest[]): Promise<Outcome<void>[]> {
  const [first] = requests;
  if (first === undefined) return [];
  const { ctx } = first;
  const projectId = ctx.project.id;
  const inputs = requests.map(({ input }) => input);
  const held = await runs.holdStates(
    tx,
    projectId,
    inputs.map(({ runId }) => runId),
  );
  const outcomes = inputs.map(({ runId }) => outcomeOf(() => void requireWritable(runId, held.get(runId) ?? null)));
  const taken = inputs.filter((_, at) => "result" in (outcomes[at] ?? {}));
  await addParams(tx, ctx, taken);
  await runTags.set(
    tx,
    projectId,
    taken.map(({ runId, tags = {} }) => ({ runId, tags })),
  );
  for (const { runId, metrics = [] } of taken) {
    if (metrics.length > 0) await ctx.metrics.append({ projectId, runId, series: metrics }, tx);
  }
  return outcomes;
}

function outcomeOf(check: () => void): Outcome<void> {
  try {
    return { result: check() };
  } catch (error) {
    return { error };
  }
}

async function addParams(tx: SqlStore, ctx: ProjectContext, inputs: readonly LogInput[]): Promise<void> {
  const given = inputs.map(({ runId, params: added = {} }) => ({ runId, params: added }));
  const [changed] = await params.add(tx, ctx.project.id, given);
  if (changed === undefined) return;
  const { runId, key } = changed;
  throw new DomainError(
    "PARAM_IS_WRITE_ONCE",
    `Changing param values is not allowed. Param with key='${key}' was already logged for run ID='${runId}' with another value`,
    { field: key, remedy: "log it under another key, or log a tag, which may change" },
  );
}
