import type { ProjectScope } from "@assay/contract";

/** Where a run's lines are sent to; with `.txt`, where they are downloaded from. */
export function logPath({ workspace, project }: ProjectScope, runId: string): string {
  return `/api/ingest/${[workspace, project, "runs", runId].map(encodeURIComponent).join("/")}/logs`;
}
