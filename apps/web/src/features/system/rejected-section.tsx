import type { ProcessStatus } from "@assay/contract";
import { FactList, formatCount, Section } from "@assay/ui";
import { Text } from "@mantine/core";

/** Logging requests that were not taken. */
export function RejectedSection({ process }: { process: ProcessStatus }) {
  const facts = process.rejected
    .toSorted((a, b) => b.count - a.count)
    .map(({ reason, count }) => ({ label: reason, value: formatCount(count) }));
  return (
    <Section title="Rejected logging requests" aside="since this server started">
      {facts.length === 0 ? (
        <Text size="sm" c="dimmed" p="sm">
          None
        </Text>
      ) : (
        <FactList facts={facts} />
      )}
    </Section>
  );
}
