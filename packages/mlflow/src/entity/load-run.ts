import { notFound, type RunId } from "@assay/contract";
import type { ProjectContext } from "@assay/services";
import { loadRuns } from "./load-runs.ts";

/** The answer `{run}` of the routes that are about one run. */
export async function runAnswer(ctx: ProjectContext, runId: RunId): Promise<object> {
  const [run] = await loadRuns(ctx, [runId]);
  if (run === undefined) throw notFound(`Run with id=${runId}`);
  return { run };
}
