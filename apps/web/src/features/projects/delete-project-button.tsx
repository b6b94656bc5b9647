"use client";

import type { ArchivedProject } from "@assay/contract";
import { plural } from "@assay/ui";
import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../data/trpc.ts";
import { ConfirmDeletion } from "../deletion/confirm-deletion.tsx";
import { usageText } from "../deletion/usage-text.ts";

/** Deletes an archived project for good once its name was typed. */
export function DeleteProjectButton({ workspace, project }: { workspace: string; project: ArchivedProject }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const remove = useMutation(
    trpc.project.delete.mutationOptions({
      onSuccess: async (gone) => {
        close();
        const message = `To be given back: ${plural(gone.runs, "run")}, ${usageText(gone)}`;
        notifications.show({ title: `${project.name} is being deleted`, message });
        await queryClient.invalidateQueries(trpc.project.pathFilter());
      },
    }),
  );
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={open} aria-label={`Delete ${project.name} for good`}>
        Delete for good
      </Button>
      {isOpen && (
        <ConfirmDeletion
          title={`Delete ${project.name} for good`}
          expected={project.name}
          what="the project's name"
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ workspace, project: project.slug, confirmName: project.name })}
          onClose={close}
        >
          <Text>
            All {plural(project.runsLeft, "run")} of it go, with every experiment, metric, file, dataset and registered
            model. Only the audit log remembers. This cannot be undone.
          </Text>
        </ConfirmDeletion>
      )}
    </>
  );
}
