"use client";

import type { ModelVersionDetail } from "@assay/contract";
import { formatBytes, IdText, plural, Section } from "@assay/ui";
import { Anchor, Table } from "@mantine/core";
import { artifactUrl } from "../../data/artifact-url.ts";
import { useScope } from "../../data/scope-context.ts";
import { OriginTag } from "../run/origin-tag.tsx";

/** The version's frozen files. */
export function VersionFiles({ version }: { version: ModelVersionDetail }) {
  const scope = useScope();
  const root = { kind: "model", name: version.modelName, version: version.number } as const;
  return (
    <Section
      title="Files"
      aside={`${plural(version.fileCount, "file")}, ${formatBytes(version.sizeBytes)}`}
      actions={<OriginTag origin="observed" />}
    >
      <div className="screen-scroll-x">
        <Table aria-label="Files">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Path</Table.Th>
              <Table.Th ta="right">Size</Table.Th>
              <Table.Th>SHA-256</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {version.files.map((file) => (
              <Table.Tr key={file.path}>
                <Table.Td>
                  <Anchor href={artifactUrl(scope, root, file.path)} download className="assay-mono">
                    {file.path}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right" className="assay-figures">
                  {formatBytes(file.sizeBytes)}
                </Table.Td>
                <Table.Td>
                  <IdText id={file.sha256} what={`digest of ${file.path}`} length={16} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}
