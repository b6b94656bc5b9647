import type { RunEnvironment } from "@assay/contract";
import { type Fact, FactList, Section } from "@assay/ui";
import { Text } from "@mantine/core";
import { OriginTag } from "./origin-tag.tsx";

function factsOf(environment: RunEnvironment): Fact[] {
  const known: [string, string | undefined][] = [
    ["Host", environment.host],
    ["User", environment.user],
    ["System", environment.os],
    ["Language", environment.language],
    ...Object.entries(environment.hardware ?? {}),
  ];
  return known.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

/** What the run ran on. */
export function EnvironmentSection({ environment }: { environment: RunEnvironment }) {
  const facts = factsOf(environment);
  const packages = Object.entries(environment.packages ?? {}).sort(([a], [b]) => a.localeCompare(b, "en"));
  return (
    <Section title="Environment" actions={<OriginTag origin="claimed" />}>
      {facts.length === 0 && packages.length === 0 && (
        <Text c="dimmed" p="md">
          The client told nothing about its machine.
        </Text>
      )}
      {facts.length > 0 && <FactList facts={facts} />}
      {packages.length > 0 && (
        <details className="run-pad">
          <summary>{packages.length} packages</summary>
          <pre className="assay-mono run-packages">
            {packages.map(([name, version]) => `${name}==${version}`).join("\n")}
          </pre>
        </details>
      )}
    </Section>
  );
}
