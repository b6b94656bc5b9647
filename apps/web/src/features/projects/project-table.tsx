import type { Project } from "@assay/contract";
import { formatCount, TimeText } from "@assay/ui";
import { Anchor, Badge, Table, Text } from "@mantine/core";
import { projectPath } from "../../data/paths.ts";
import { PageLink } from "../shell/page-link.tsx";

interface ProjectTableProps {
  workspace: string;
  projects: readonly Project[];
}

/** Projects as rows. */
export function ProjectTable({ workspace, projects }: ProjectTableProps) {
  return (
    <div className="screen-scroll-x">
      <Table highlightOnHover aria-label="Projects">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th ta="right">Runs</Table.Th>
            <Table.Th ta="right">Models</Table.Th>
            <Table.Th>Last activity</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {projects.map((project) => (
            <Table.Tr key={project.id}>
              <Table.Td>
                <Anchor component={PageLink} href={projectPath({ workspace, project: project.slug })} fw={500}>
                  {project.name}
                </Anchor>
                {project.visibility === "private" && (
                  <Badge size="xs" variant="default" ml={8}>
                    Private
                  </Badge>
                )}
                {project.description !== "" && (
                  <Text c="dimmed" size="xs" lineClamp={1}>
                    {project.description}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right" className="assay-figures">
                {formatCount(project.runCount)}
              </Table.Td>
              <Table.Td ta="right" className="assay-figures">
                {formatCount(project.modelCount)}
              </Table.Td>
              <Table.Td>
                <TimeText timeMs={project.lastActivityAtMs} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
