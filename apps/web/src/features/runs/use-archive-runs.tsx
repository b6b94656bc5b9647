"use client";

import { plural } from "@assay/ui";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyError } from "../../data/notify-error.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

/** Archives runs or brings them back, and offers to take it back. */
export function useArchiveRuns() {
  const trpc = useTRPC();
  const scope = useScope();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.run.pathKey() });
  const options = { onError: notifyError, onSettled: refresh };
  const archiving = useMutation(trpc.run.archive.mutationOptions(options));
  const restoring = useMutation(trpc.run.restore.mutationOptions(options));
  const input = (runIds: string[]) => ({ ...scope, runIds });

  const restore = (runIds: string[]) => restoring.mutateAsync(input(runIds)).catch(() => undefined);
  const archive = async (runIds: string[]) => {
    const isDone = await archiving.mutateAsync(input(runIds)).then(
      () => true,
      () => false,
    );
    if (!isDone) return;
    const id = notifications.show({
      title: `${plural(runIds.length, "run")} archived`,
      message: (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => {
            notifications.hide(id);
            void restore(runIds);
          }}
        >
          Undo
        </Button>
      ),
    });
  };
  return { archive, restore, isBusy: archiving.isPending || restoring.isPending };
}
