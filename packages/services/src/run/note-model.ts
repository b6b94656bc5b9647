import { DomainError, invalidInput, type RunId } from "@assay/contract";
import { notifyLive, runs, runTags } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireWritable } from "./require-writable-run.ts";

/** Where clients before MLflow 3 look for the models of a run: a JSON list. */
const HISTORY_TAG = "mlflow.log-model.history";
/** Longer than the tags a client sends: it is kept whole or refused, for half of a list says nothing. */
const MAX_HISTORY_LENGTH = 1_000_000;

/**
 * Adds a model to the list of those that clients put among a run's files. The very same model again is already there.
 */
export async function noteModel({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runId: RunId; model: Record<string, unknown> }>): Promise<void> {
  requirePermission(ctx, "run:write");
  const { runId, model } = input;
  await withTelemetryTx(ctx, async (tx) => {
    requireWritable(runId, await runs.lockState(tx, ctx.project.id, runId));
    const known = readHistory((await runTags.find(tx, ctx.project.id, runId, HISTORY_TAG)) ?? "[]");
    const added = JSON.stringify(model);
    if (known.some((one) => JSON.stringify(one) === added)) return;
    const history = JSON.stringify([...known, model]);
    if (history.length > MAX_HISTORY_LENGTH)
      throw invalidInput(`The models of one run fit in ${MAX_HISTORY_LENGTH} characters`, "model_json");
    await runTags.set(tx, ctx.project.id, [{ runId, tags: { [HISTORY_TAG]: history } }]);
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId });
  });
}

/** What a client itself put there may be anything; it is not written over. */
function readHistory(text: string): unknown[] {
  const history = parse(text);
  if (Array.isArray(history)) return history;
  throw new DomainError("CONFLICT", `The tag ${HISTORY_TAG} of this run is not a list of models`, {
    remedy: "delete the tag first",
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
