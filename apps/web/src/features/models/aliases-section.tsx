"use client";

import type { Alias } from "@assay/contract";
import { Section, SkeletonRows, TimeText } from "@assay/ui";
import { Anchor, Table, Text } from "@mantine/core";
import { versionPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { PageLink } from "../shell/page-link.tsx";
import { AliasBadge } from "./alias-badge.tsx";
import { RemoveAliasButton } from "./remove-alias-button.tsx";

interface AliasesSectionProps {
  name: string;
  aliases: readonly Alias[] | undefined;
}

/** Where each alias points now. */
export function AliasesSection({ name, aliases }: AliasesSectionProps) {
  const scope = useScope();
  return (
    <Section title="Aliases">
      {aliases === undefined && <SkeletonRows rows={2} />}
      {aliases?.length === 0 && (
        <Text c="dimmed" p="md">
          No alias points here yet. Open a version and press Move alias to name the one to serve.
        </Text>
      )}
      {aliases !== undefined && aliases.length > 0 && (
        <Table aria-label="Aliases">
          <Table.Tbody>
            {aliases.map((alias) => (
              <Table.Tr key={alias.name}>
                <Table.Td>
                  <AliasBadge name={alias.name} isProtected={alias.isProtected} />
                </Table.Td>
                <Table.Td>
                  <Anchor component={PageLink} href={versionPath(scope, name, alias.version)}>
                    v{alias.version}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  since <TimeText timeMs={alias.movedAtMs} />, by {alias.movedBy}
                </Table.Td>
                <Table.Td ta="right" className="assay-figures">
                  {!alias.isProtected && <RemoveAliasButton name={name} alias={alias} />}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
