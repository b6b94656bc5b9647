import type { RunId } from "@assay/contract";
import { getRuns, listRunDatasets, listRunOutputs, type ProjectContext } from "@assay/services";
import { projectAddress } from "./project-address.ts";
import { runBody } from "./run-body.ts";

/** Whole runs in the order asked, as the protocol shows them. */
export async function loadRuns(ctx: ProjectContext, runIds: RunId[]): Promise<object[]> {
  if (runIds.length === 0) return [];
  const input = { runIds };
  // First on its own: which of three refused a run that is not there must not show in the answer.
  const runs = await getRuns({ ctx, input });
  const [datasetsOf, outputsOf] = await Promise.all([listRunDatasets({ ctx, input }), listRunOutputs({ ctx, input })]);
  const scope = projectAddress(ctx);
  return runs.map((run) =>
    runBody(scope, { run, datasets: datasetsOf.get(run.id) ?? [], outputs: outputsOf.get(run.id) ?? [] }),
  );
}
