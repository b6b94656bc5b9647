import type { ExportFormat, ProjectScope } from "@assay/contract";

/** Where every point of some runs is downloaded from. */
export function exportUrl(scope: ProjectScope, runIds: readonly string[], format: ExportFormat): string {
  const path = [scope.workspace, scope.project].map(encodeURIComponent).join("/");
  return `/api/export/${path}/points?format=${format}&runs=${runIds.join(",")}`;
}
