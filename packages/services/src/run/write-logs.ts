import { DomainError, type RunId } from "@assay/contract";
import { type Outcome, runEntries, type SqlStore } from "@assay/db";
import type { KeyPoints } from "@assay/domain";
import { underAccess } from "../access/under-access.ts";
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

/** Whether one statement takes the request whole or leaves nothing of it: tags are never refused, and a param may be. */
export function standsAlone({ metrics = [], params = {}, tags = {} }: LogInput): boolean {
  const paramCount = Object.keys(params).length;
  return metrics.length === 0 && (paramCount === 0 || (paramCount === 1 && Object.keys(tags).length === 0));
}

/**
 * Writes points, params and tags to runs of one project, no run twice; in a transaction unless all of them stand alone.
 * Answers for each request whether it was taken.
 * @throws AccessChangedError, or the refusal of a request that had been begun to write: nothing of the others is kept either.
 */
export async function writeLogs(store: SqlStore, requests: readonly LogRequest[]): Promise<Outcome<void>[]> {
  const [first] = requests;
  if (first === undefined) return [];
  const { ctx } = first;
  const projectId = ctx.project.id;
  const inputs = requests.map(({ input }) => input);
  const entries = inputs.map(({ runId, params = {}, tags = {} }) => ({ runId, params, tags }));
  const logged = await underAccess(
    requests.map((one) => one.ctx),
    (versions) => runEntries.log(store, projectId, entries, versions),
  );
  const outcomes = inputs.map((input): Outcome<void> => {
    const { state = null, changedParam = null } = logged.get(input.runId) ?? {};
    if (changedParam === null) return outcomeOf(() => void requireWritable(input.runId, state));
    const error = isWriteOnce(input.runId, changedParam);
    if (!standsAlone(input)) throw error;
    return { error };
  });
  for (const [at, { runId, metrics = [] }] of inputs.entries()) {
    if (metrics.length > 0 && "result" in (outcomes[at] ?? {}))
      await ctx.metrics.append({ projectId, runId, series: metrics }, store);
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

const isWriteOnce = (runId: RunId, key: string): DomainError =>
  new DomainError(
    "PARAM_IS_WRITE_ONCE",
    `Changing param values is not allowed. Param with key='${key}' was already logged for run ID='${runId}' with another value`,
    { field: key, remedy: "log it under another key, or log a tag, which may change" },
  );
