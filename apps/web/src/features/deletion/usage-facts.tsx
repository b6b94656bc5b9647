import type { Usage } from "@assay/contract";
import { FactList, formatBytes, formatCount } from "@assay/ui";

/** What something takes up, kind by kind. */
export function UsageFacts({ usage }: { usage: Usage }) {
  const facts = [
    { label: "Metrics", value: `${formatBytes(usage.metricBytes)} in ${formatCount(usage.points)} points` },
    { label: "Files", value: `${formatBytes(usage.fileBytes)} in ${formatCount(usage.files)} files` },
    { label: "Console output", value: formatBytes(usage.logBytes) },
  ];
  return <FactList facts={facts} />;
}
