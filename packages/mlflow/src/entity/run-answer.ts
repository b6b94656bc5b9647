import { notFound, type RunId } from "@assay/contract";
import { type ProjectContext, readRunRecords } from "@assay/services";
import { projectAddress } from "./project-address.ts";
import { runBody } from "./run-body.ts";

/** The answer `{run}` of the routes that are about one run. */
export async function runAnswer(ctx: ProjectContext, runId: RunId): Promise<object> {
  const [record] = await readRunRecords({ ctx, input: { runIds: [runId] } });
  if (record === undefined) throw notFound(`Run with id=${runId}`);
  return { run: runBody(projectAddress(ctx), record) };
}
