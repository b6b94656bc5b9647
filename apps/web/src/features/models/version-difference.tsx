"use client";

import type { Alias, ModelVersionDetail } from "@assay/contract";
import { Section, SkeletonRows } from "@assay/ui";
import { Select, Text } from "@mantine/core";
import { useState } from "react";
import { ChangeList } from "./change-list.tsx";
import { useVersionEvidence } from "./use-version-evidence.ts";
import { versionChanges } from "./version-changes.ts";

interface VersionDifferenceProps {
  version: ModelVersionDetail;
  aliases: readonly Alias[];
}

/** What the version would change if it took an alias over. */
export function VersionDifference({ version, aliases }: VersionDifferenceProps) {
  const others = aliases.filter((alias) => alias.version !== version.number);
  const usual = others.find((alias) => alias.name === "production") ?? others[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const alias = others.find((one) => one.name === chosen) ?? usual;
  const before = useVersionEvidence(version.modelName, alias?.version ?? null);
  const after = useVersionEvidence(version.modelName, version.number);
  if (alias === undefined) {
    return (
      <Section title="Difference from what is served">
        <Text c="dimmed" p="md">
          No alias points at another version, so there is nothing to compare with.
        </Text>
      </Section>
    );
  }
  return (
    <Section
      title={`Difference from v${alias.version}, now ${alias.name}`}
      actions={
        others.length > 1 ? (
          <Select
            aria-label="Compare with the version of alias"
            w={140}
            data={others.map((one) => one.name)}
            value={alias.name}
            onChange={setChosen}
            allowDeselect={false}
          />
        ) : undefined
      }
    >
      {before === null || after === null ? (
        <SkeletonRows rows={6} />
      ) : (
        <ChangeList groups={versionChanges(before, after)} />
      )}
    </Section>
  );
}
