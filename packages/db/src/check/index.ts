export { type Checked, type CheckOptions, checkMetrics } from "./check-metrics.ts";
export { type Finding, findingLine } from "./finding.ts";
