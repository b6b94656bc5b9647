"use client";

import type { MetricSummary, RunDetail } from "@assay/contract";
import { formatBytes, plural } from "@assay/ui";
import { ActionIcon, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { ConfirmDeletion } from "./confirm-deletion.tsx";

/** Deletes one series of a run once its key was typed. */
export function DeleteMetricButton({ run, metric }: { run: RunDetail; metric: MetricSummary }) {
  const trpc = useTRPC();
  const scope = useScope();
  const queryClient = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const remove = useMutation(
    trpc.metric.delete.mutationOptions({
      onSuccess: async (gone) => {
        close();
        notifications.show({
          title: `${metric.key} deleted`,
          message: `Given back: ${plural(gone.points, "point")} (${formatBytes(gone.bytes)})`,
        });
        await Promise.all([
          queryClient.invalidateQueries(trpc.run.pathFilter()),
          queryClient.invalidateQueries(trpc.metric.pathFilter()),
        ]);
      },
    }),
  );
  return (
    <>
      <ActionIcon variant="subtle" color="gray" onClick={open} aria-label={`Delete ${metric.key}`}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
      {isOpen && (
        <ConfirmDeletion
          title={`Delete ${metric.key} of ${run.name}`}
          expected={metric.key}
          what="the key"
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ ...scope, runId: run.id, key: metric.key })}
          onClose={close}
        >
          <Text>
            All {plural(metric.count, "point")} of it go. A point that is logged later begins the series anew. This
            cannot be undone.
          </Text>
        </ConfirmDeletion>
      )}
    </>
  );
}
