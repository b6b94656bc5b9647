"use client";

import type { RegisteredModel } from "@assay/contract";
import { formatCount, TimeText } from "@assay/ui";
import { Anchor, Group, Table, Text } from "@mantine/core";
import { modelPath, versionPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { PageLink } from "../shell/page-link.tsx";
import { AliasBadge } from "./alias-badge.tsx";

/** Registered models as rows, with where each alias points. */
export function ModelTable({ models }: { models: readonly RegisteredModel[] }) {
  const scope = useScope();
  return (
    <div className="screen-scroll-x">
      <Table highlightOnHover aria-label="Models">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th ta="right">Versions</Table.Th>
            <Table.Th>Aliases</Table.Th>
            <Table.Th>Changed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {models.map((model) => (
            <Table.Tr key={model.id}>
              <Table.Td>
                <Anchor component={PageLink} href={modelPath(scope, model.name)} fw={500}>
                  {model.name}
                </Anchor>
                {model.description !== "" && (
                  <Text c="dimmed" size="xs" lineClamp={1}>
                    {model.description}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right" className="assay-figures">
                {formatCount(model.versionCount)}
              </Table.Td>
              <Table.Td>
                <Group gap="sm">
                  {model.aliases.map((alias) => (
                    <Anchor key={alias.name} component={PageLink} href={versionPath(scope, model.name, alias.version)}>
                      <AliasBadge name={alias.name} isProtected={alias.isProtected} /> v{alias.version}
                    </Anchor>
                  ))}
                  {model.aliases.length === 0 && "–"}
                </Group>
              </Table.Td>
              <Table.Td>
                <TimeText timeMs={model.updatedAtMs} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
