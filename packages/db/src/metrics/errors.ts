import type { RunId } from "@assay/contract";

/** Points for a run that is not in the project, or archived. The caller says which. */
export class UnwritableRunError extends Error {
  override readonly name = "UnwritableRunError";
  readonly runId: RunId;

  constructor(runId: RunId) {
    super(`run ${runId} takes no points`);
    this.runId = runId;
  }
}
