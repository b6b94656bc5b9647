"use client";

import type { QueueStatus } from "@assay/contract";
import { formatCount, plural, Section } from "@assay/ui";
import { Button, Table } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyError } from "../../data/notify-error.ts";
import { useTRPC } from "../../data/trpc.ts";

/** Background jobs by queue; dead ones failed for good until somebody tries them again. */
export function QueuesSection({ workspace, queues }: { workspace: string; queues: readonly QueueStatus[] }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const retrying = useMutation(
    trpc.system.retryDead.mutationOptions({
      onError: notifyError,
      onSuccess: ({ retried }) => notifications.show({ message: `${plural(retried, "job")} back in the queue` }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.system.pathKey() }),
    }),
  );
  return (
    <Section title="Jobs">
      <div className="screen-scroll-x">
        <Table aria-label="Jobs by queue">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Queue</Table.Th>
              <Table.Th ta="right">Waiting</Table.Th>
              <Table.Th ta="right">Active</Table.Th>
              <Table.Th ta="right">Dead</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {queues.map(({ name, waiting, active, dead }) => (
              <Table.Tr key={name}>
                <Table.Td className="assay-mono">{name}</Table.Td>
                <Count count={waiting} />
                <Count count={active} />
                <Count count={dead} />
                <Table.Td ta="right">
                  {dead > 0 && (
                    <Button
                      variant="default"
                      size="compact-xs"
                      loading={retrying.isPending}
                      aria-label={`Retry dead jobs of ${name}`}
                      onClick={() => retrying.mutate({ workspace, queue: name })}
                    >
                      Retry
                    </Button>
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

function Count({ count }: { count: number }) {
  return (
    <Table.Td ta="right" className="assay-figures">
      {formatCount(count)}
    </Table.Td>
  );
}
