"use client";

import type { Alias, ModelVersionDetail } from "@assay/contract";
import { Section, SkeletonRows } from "@assay/ui";
import { Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { ChangeList } from "./change-list.tsx";
import { useVersionEvidence } from "./use-version-evidence.ts";
import { versionChanges } from "./version-changes.ts";

interface VersionDifferenceProps {
  version: ModelVersionDetail;
  aliases: readonly Alias[];
}

interface Counterpart {
  version: number;
  /** Why it is the one to compare with, in words. */
  role: string;
}

/** The version that an alias of this one pointed at before it. */
function useReplaced(version: ModelVersionDetail): Counterpart | null {
  const trpc = useTRPC();
  const scope = useScope();
  const events = useQuery(trpc.model.aliasEvents.queryOptions({ ...scope, name: version.modelName }));
  const move = events.data?.find((event) => event.toVersion === version.number && event.fromVersion !== null);
  return move?.fromVersion == null ? null : { version: move.fromVersion, role: `${move.alias} before` };
}

/** What the version would change if it took an alias over; or changed, when it holds them all. */
export function VersionDifference({ version, aliases }: VersionDifferenceProps) {
  const others = aliases.filter((alias) => alias.version !== version.number);
  const usual = others.find((alias) => alias.name === "production") ?? others[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const alias = others.find((one) => one.name === chosen) ?? usual;
  const replaced = useReplaced(version);
  const other = alias === undefined ? replaced : { version: alias.version, role: `now ${alias.name}` };
  const before = useVersionEvidence(version.modelName, other?.version ?? null);
  const after = useVersionEvidence(version.modelName, version.number);
  if (other === null) {
    return (
      <Section title="Difference from what is served">
        <Text c="dimmed" p="md">
          No alias points or pointed at another version, so there is nothing to compare with.
        </Text>
      </Section>
    );
  }
  return (
    <Section
      title={`Difference from v${other.version}, ${other.role}`}
      actions={
        others.length > 1 ? (
          <Select
            aria-label="Compare with the version of alias"
            w={140}
            data={others.map((one) => one.name)}
            value={alias?.name ?? null}
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
