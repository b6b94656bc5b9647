"use client";

import type { ArchivedProject } from "@assay/contract";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyError } from "../../data/notify-error.ts";
import { useTRPC } from "../../data/trpc.ts";

/** Brings an archived project back. */
export function RestoreProjectButton({ workspace, project }: { workspace: string; project: ArchivedProject }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const restore = useMutation(
    trpc.project.restore.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.project.pathFilter()),
      onError: notifyError,
    }),
  );
  return (
    <Button
      variant="default"
      size="compact-xs"
      loading={restore.isPending}
      onClick={() => restore.mutate({ workspace, project: project.slug })}
      aria-label={`Restore ${project.name}`}
    >
      Restore
    </Button>
  );
}
