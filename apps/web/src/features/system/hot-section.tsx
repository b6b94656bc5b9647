import type { HotStatus } from "@assay/contract";
import { FactList, formatBytes, formatCount, formatDuration, Section } from "@assay/ui";
import { Badge } from "@mantine/core";
import { compactionState } from "./compaction-state.ts";

const COLOURS = { "keeping up": "green", behind: "yellow", "nearly full": "orange", "refusing points": "red" } as const;

/** Points that are stored and wait to be compacted. */
export function HotSection({ hot }: { hot: HotStatus }) {
  const state = compactionState(hot);
  const facts = [
    {
      label: "Compaction",
      value: (
        <Badge variant="light" color={COLOURS[state]} tt="none">
          {state}
        </Badge>
      ),
    },
    { label: "Lag", value: hot.frames === 0 ? "nothing waits" : formatDuration(hot.lagMs) },
    { label: "Points waiting", value: `${formatCount(hot.points)} of ${formatCount(hot.runs)} runs` },
    { label: "Frames", value: formatCount(hot.frames) },
    { label: "Size", value: `${formatBytes(hot.sizeBytes)} of ${formatBytes(hot.limitBytes)}` },
  ];
  return (
    <Section title="Waiting to be compacted">
      <FactList facts={facts} />
    </Section>
  );
}
