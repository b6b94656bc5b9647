"use client";

import type { Alias, ModelVersion } from "@assay/contract";
import { formatBytes, IdText, plural, TimeText } from "@assay/ui";
import { Anchor, Group, Table } from "@mantine/core";
import { runPath, versionPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { PageLink } from "../shell/page-link.tsx";
import { AliasBadge } from "./alias-badge.tsx";

interface VersionTableProps {
  versions: readonly ModelVersion[];
  aliases: readonly Alias[];
}

/** Versions as rows, newest first. */
export function VersionTable({ versions, aliases }: VersionTableProps) {
  const scope = useScope();
  const isProtected = (name: string) => aliases.some((alias) => alias.name === name && alias.isProtected);
  const sorted = [...versions].sort((a, b) => b.number - a.number);
  return (
    <div className="screen-scroll-x">
      <Table highlightOnHover aria-label="Versions">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Version</Table.Th>
            <Table.Th>Aliases</Table.Th>
            <Table.Th>From run</Table.Th>
            <Table.Th>Files</Table.Th>
            <Table.Th>Digest</Table.Th>
            <Table.Th>Registered</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((version) => (
            <Table.Tr key={version.number}>
              <Table.Td>
                <Anchor component={PageLink} href={versionPath(scope, version.modelName, version.number)} fw={500}>
                  v{version.number}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Group gap="xs">
                  {version.aliases.map((alias) => (
                    <AliasBadge key={alias} name={alias} isProtected={isProtected(alias)} />
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>
                {version.sourceRun === null ? (
                  "–"
                ) : (
                  <Anchor component={PageLink} href={runPath(scope, version.sourceRun.id)}>
                    {version.sourceRun.name}
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td>
                {plural(version.fileCount, "file")}, {formatBytes(version.sizeBytes)}
              </Table.Td>
              <Table.Td>
                <IdText id={version.rootDigest} what={`digest of v${version.number}`} />
              </Table.Td>
              <Table.Td style={{ whiteSpace: "nowrap" }}>
                <TimeText timeMs={version.createdAtMs} /> by {version.createdBy}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
