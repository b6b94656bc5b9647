"use client";

import type { ExperimentListItem } from "@assay/contract";
import { formatCount, TimeText } from "@assay/ui";
import { Anchor, Table, Text } from "@mantine/core";
import { experimentPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { PageLink } from "../shell/page-link.tsx";

/** Experiments as rows. */
export function ExperimentTable({ experiments }: { experiments: readonly ExperimentListItem[] }) {
  const scope = useScope();
  return (
    <div className="screen-scroll-x">
      <Table highlightOnHover aria-label="Experiments">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th ta="right">Runs</Table.Th>
            <Table.Th ta="right">Running</Table.Th>
            <Table.Th>Last run</Table.Th>
            <Table.Th visibleFrom="sm">Created</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {experiments.map((experiment) => (
            <Table.Tr key={experiment.id}>
              <Table.Td>
                <Anchor component={PageLink} href={experimentPath(scope, experiment.number)} fw={500}>
                  {experiment.name}
                </Anchor>
                {experiment.description !== "" && (
                  <Text c="dimmed" size="xs" lineClamp={1}>
                    {experiment.description}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right" className="assay-figures">
                {formatCount(experiment.runCount)}
              </Table.Td>
              <Table.Td ta="right" className="assay-figures">
                {experiment.runningCount === 0 ? "–" : formatCount(experiment.runningCount)}
              </Table.Td>
              <Table.Td>
                <TimeText timeMs={experiment.lastRunAtMs} />
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <TimeText timeMs={experiment.createdAtMs} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
