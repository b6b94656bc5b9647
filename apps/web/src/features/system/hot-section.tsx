import type { HotStatus } from "@assay/contract";
import { FactList, formatBytes, formatCount, formatDuration, plural, Section } from "@assay/ui";
import { compactionState } from "./compaction-state.ts";

/** Points that are stored and wait to be compacted. */
export function HotSection({ hot }: { hot: HotStatus }) {
  const facts = [
    { label: "Compaction", value: <strong>{compactionState(hot)}</strong> },
    { label: "Lag", value: hot.frames === 0 ? "nothing waits" : formatDuration(hot.lagMs) },
    { label: "Points waiting", value: `${formatCount(hot.points)} of ${plural(hot.runs, "run")}` },
    { label: "Frames", value: formatCount(hot.frames) },
    { label: "Size", value: `${formatBytes(hot.sizeBytes)} of ${formatBytes(hot.limitBytes)}` },
  ];
  return (
    <Section title="Waiting to be compacted">
      <FactList facts={facts} />
    </Section>
  );
}
