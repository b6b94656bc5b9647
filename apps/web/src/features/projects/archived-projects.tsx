"use client";

import type { ArchivedProject } from "@assay/contract";
import { plural, Section, TimeText } from "@assay/ui";
import { Group, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../data/trpc.ts";
import { DeleteProjectButton } from "./delete-project-button.tsx";
import { RestoreProjectButton } from "./restore-project-button.tsx";

const PROGRESS_MS = 2_000;

const isUnderWay = (projects: readonly ArchivedProject[] | undefined): boolean =>
  projects?.some(({ isBeingDeleted }) => isBeingDeleted) ?? false;

/** Archived projects, and how far the deletion of some has come. Not there while there are none. */
export function ArchivedProjects({ workspace }: { workspace: string }) {
  const archived = useQuery(
    useTRPC().project.archived.queryOptions(
      { workspace },
      { refetchInterval: (query) => (isUnderWay(query.state.data) ? PROGRESS_MS : false) },
    ),
  );
  if (archived.data === undefined || archived.data.length === 0) return null;
  return (
    <Section title="Archived projects" aside={archived.data.length}>
      <div className="screen-scroll-x">
        <Table aria-label="Archived projects">
          <Table.Tbody>
            {archived.data.map((project) => (
              <Table.Tr key={project.slug}>
                <Table.Td>{project.name}</Table.Td>
                <Table.Td>
                  archived <TimeText timeMs={project.archivedAtMs} />
                </Table.Td>
                <Table.Td>
                  {project.isBeingDeleted ? (
                    <Text c="dimmed" ta="right" role="status">
                      Being deleted: {plural(project.runsLeft, "run")} left
                    </Text>
                  ) : (
                    <Group justify="flex-end" gap={8} wrap="nowrap">
                      <RestoreProjectButton workspace={workspace} project={project} />
                      <DeleteProjectButton workspace={workspace} project={project} />
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}
