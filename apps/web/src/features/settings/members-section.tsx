"use client";

import { Section, SkeletonRows, TimeText } from "@assay/ui";
import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useTRPC } from "../../data/trpc.ts";

/** Who belongs to the workspace. */
export function MembersSection({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const members = useQuery(trpc.workspace.members.queryOptions({ workspace }));
  return (
    <Section title="Members">
      {members.isPending && <SkeletonRows rows={2} />}
      {members.isError && <QueryError error={members.error} onRetry={() => void members.refetch()} />}
      {members.data !== undefined && (
        <div className="screen-scroll-x">
          <Table aria-label="Members">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th>E-mail</Table.Th>
                <Table.Th>Role</Table.Th>
                <Table.Th>Joined</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {members.data.map((member) => (
                <Table.Tr key={member.userId}>
                  <Table.Td>{member.name}</Table.Td>
                  <Table.Td>{member.email}</Table.Td>
                  <Table.Td>{member.role}</Table.Td>
                  <Table.Td>
                    <TimeText timeMs={member.joinedAtMs} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  );
}
