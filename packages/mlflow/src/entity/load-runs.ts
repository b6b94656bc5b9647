import type { RunId } from "@assay/contract";
import { type ProjectContext, readRunRecords } from "@assay/services";
import { projectAddress } from "./project-address.ts";
import { runBody } from "./run-body.ts";

/** Whole runs in the order asked, as the protocol shows them; without those that are not there. */
export async function loadRuns(ctx: ProjectContext, runIds: RunId[]): Promise<object[]> {
  const records = await readRunRecords({ ctx, input: { runIds } });
  const scope = projectAddress(ctx);
  return records.map((record) => runBody(scope, record));
}
