import type { SystemStatus } from "@assay/contract";
import { FactList, Section, TimeText } from "@assay/ui";

/** What runs, for a bug report. */
export function ProcessSection({ status }: { status: SystemStatus }) {
  const { process, postgresVersion } = status;
  const facts = [
    { label: "Assay", value: process.version },
    { label: "Node", value: process.nodeVersion },
    { label: "PostgreSQL", value: postgresVersion },
    { label: "Server started", value: <TimeText timeMs={process.startedAtMs} /> },
  ];
  return (
    <Section title="Versions">
      <FactList facts={facts} />
    </Section>
  );
}
