import { EntryKey, type SeriesAxis } from "@assay/contract";
import { createParser } from "nuqs";

const METRIC = "metrics.";

/** An x axis in the address: `step`, `time`, `relative`, or a metric as in filters: `metrics.tokens`. */
export const seriesAxisParser = createParser<SeriesAxis>({
  parse: (text) => {
    if (text === "step" || text === "time" || text === "relative") return { kind: text };
    const key = text.startsWith(METRIC) ? EntryKey.safeParse(text.slice(METRIC.length)) : null;
    return key?.success === true ? { kind: "metric", key: key.data } : null;
  },
  serialize: (axis) => (axis.kind === "metric" ? METRIC + axis.key : axis.kind),
  eq: (a, b) => a.kind === b.kind && (a.kind !== "metric" || b.kind !== "metric" || a.key === b.key),
});
