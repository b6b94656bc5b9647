import type { Usage } from "@assay/contract";
import { FactList, formatBytes, plural } from "@assay/ui";

/** What something takes up, kind by kind. */
export function UsageFacts({ usage }: { usage: Usage }) {
  const facts = [
    { label: "Metrics", value: `${formatBytes(usage.metricBytes)} in ${plural(usage.points, "point")}` },
    { label: "Files", value: `${formatBytes(usage.fileBytes)} in ${plural(usage.files, "file")}` },
    { label: "Console output", value: formatBytes(usage.logBytes) },
  ];
  return <FactList facts={facts} />;
}
