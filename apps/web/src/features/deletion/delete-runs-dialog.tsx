"use client";

import { plural } from "@assay/ui";
import { Skeleton, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { ConfirmDeletion } from "./confirm-deletion.tsx";
import { usageText } from "./usage-text.ts";

interface DeleteRunsDialogProps {
  runIds: readonly string[];
  /** Of a single run, to be typed; of several their number is. */
  name: string | null;
  onClose: () => void;
  onDeleted: () => void;
}

/** Names what goes with the runs and deletes them. */
export function DeleteRunsDialog({ runIds, name, onClose, onDeleted }: DeleteRunsDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const input = { ...useScope(), runIds: [...runIds] };
  const usage = useQuery(trpc.run.usage.queryOptions(input, { gcTime: 0 }));
  const remove = useMutation(
    trpc.run.delete.mutationOptions({
      onSuccess: async (gone) => {
        notifications.show({
          title: `${plural(gone.runs, "run")} deleted for good`,
          message: `Given back: ${usageText(gone)}`,
        });
        onDeleted();
        await Promise.all([
          queryClient.invalidateQueries(trpc.run.search.pathFilter()),
          queryClient.invalidateQueries(trpc.run.count.pathFilter()),
          queryClient.invalidateQueries(trpc.project.usage.pathFilter()),
        ]);
      },
    }),
  );
  return (
    <ConfirmDeletion
      title={`Delete ${name ?? plural(runIds.length, "run")} for good`}
      expected={name ?? String(runIds.length)}
      what={name === null ? "how many" : "the run's name"}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate(input)}
      onClose={onClose}
    >
      {usage.isPending && <Skeleton height={40} />}
      {usage.isError && <QueryError error={usage.error} />}
      {usage.data !== undefined && (
        <Text>
          Gone with {runIds.length === 1 ? "it" : "them"}: {usageText(usage.data)}, all params, tags, notes and logged
          models. This cannot be undone.
        </Text>
      )}
    </ConfirmDeletion>
  );
}
