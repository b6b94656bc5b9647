const RUN_ID = /^[0-9a-f]{32}$/;

/** The run that a request names, once or under both of the field's names; null for anything unusual. */
export function readRunId(runId: unknown, runUuid: unknown): string | null {
  return typeof runId === "string" && runId === runUuid && RUN_ID.test(runId) ? runId : null;
}
