"use client";

import { EmptyState, Section, SkeletonRows, TimeText } from "@assay/ui";
import { Button, Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useTRPC, useTRPCClient } from "../../data/trpc.ts";
import { detailText } from "./detail-text.ts";

const PAGE_SIZE = 50;
const firstPage: string | null = null;

/** Every consequential act, newest first. */
export function AuditSection({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { workspace, limit: PAGE_SIZE };
  const log = useInfiniteQuery({
    queryKey: trpc.audit.list.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      client.audit.list.query(pageParam === null ? input : { ...input, cursor: pageParam }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });
  const events = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title="Audit log">
      {log.isPending && <SkeletonRows rows={6} />}
      {log.isError && <QueryError error={log.error} onRetry={() => void log.refetch()} />}
      {log.isSuccess && events.length === 0 && <EmptyState title="Nothing of consequence was done yet" />}
      {events.length > 0 && (
        <div className="screen-scroll-x">
          <Table aria-label="Audit log">
            <Table.Thead>
              <Table.Tr>
                <Table.Th ta="right">No.</Table.Th>
                <Table.Th>When</Table.Th>
                <Table.Th>Who</Table.Th>
                <Table.Th>Did</Table.Th>
                <Table.Th>To</Table.Th>
                <Table.Th>Details</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {events.map((event) => (
                <Table.Tr key={event.seq}>
                  <Table.Td ta="right" className="assay-figures">
                    {event.seq}
                  </Table.Td>
                  <Table.Td style={{ whiteSpace: "nowrap" }}>
                    <TimeText timeMs={event.atMs} />
                  </Table.Td>
                  <Table.Td>{event.actor}</Table.Td>
                  <Table.Td className="assay-mono">{event.action}</Table.Td>
                  <Table.Td>{event.subject}</Table.Td>
                  <Table.Td maw={280}>
                    <Text size="xs" c="dimmed" truncate title={detailText(event.details)}>
                      {detailText(event.details)}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {log.hasNextPage && (
        <Button variant="subtle" m="sm" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          Show older entries
        </Button>
      )}
    </Section>
  );
}
