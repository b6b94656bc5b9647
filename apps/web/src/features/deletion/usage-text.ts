import type { Usage } from "@assay/contract";
import { formatBytes, plural } from "@assay/ui";

/** What something takes up, in one line: `1,200 points (9.1 kB), 2 files (1.2 MB)`. */
export function usageText(usage: Omit<Usage, "runs">): string {
  const parts = [
    `${plural(usage.points, "point")} (${formatBytes(usage.metricBytes)})`,
    ...(usage.files > 0 ? [`${plural(usage.files, "file")} (${formatBytes(usage.fileBytes)})`] : []),
    ...(usage.logBytes > 0 ? [`${formatBytes(usage.logBytes)} of console output`] : []),
  ];
  return parts.join(", ");
}
