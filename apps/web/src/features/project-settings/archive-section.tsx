"use client";

import { Section } from "@assay/ui";
import { Button, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { useMay } from "../../data/use-may.ts";
import { ConfirmModal } from "../confirm/confirm-modal.tsx";

/** Archives the project: the first step to deleting it. */
export function ArchiveSection() {
  const trpc = useTRPC();
  const scope = useScope();
  const router = useRouter();
  const queryClient = useQueryClient();
  const mayArchive = useMay("project:manage");
  const [isOpen, { open, close }] = useDisclosure(false);
  const archive = useMutation(
    trpc.project.archive.mutationOptions({
      onSuccess: async () => {
        router.push(`/${scope.workspace}`);
        await queryClient.invalidateQueries(trpc.project.pathFilter());
      },
    }),
  );
  if (!mayArchive) return null;
  return (
    <Section title="Danger zone">
      <Stack gap="sm" p="md" align="flex-start">
        <Text>
          An archived project is hidden from everybody, and scripts that log to it are refused. It can be restored, or
          deleted for good, on the page of all projects.
        </Text>
        <Button variant="default" onClick={open}>
          Archive this project
        </Button>
      </Stack>
      <ConfirmModal
        title={`Archive ${scope.project}`}
        action="Archive project"
        isOpen={isOpen}
        change={archive}
        onConfirm={() => archive.mutate(scope)}
        onClose={close}
      >
        Runs that are under way can log nothing more until the project is restored.
      </ConfirmModal>
    </Section>
  );
}
