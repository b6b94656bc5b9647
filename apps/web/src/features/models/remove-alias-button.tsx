"use client";

import type { Alias } from "@assay/contract";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { useRefreshRegistry } from "./use-refresh-registry.ts";

/** Takes an alias away after saying what then fails. */
export function RemoveAliasButton({ name, alias }: { name: string; alias: Alias }) {
  const trpc = useTRPC();
  const scope = useScope();
  const refresh = useRefreshRegistry();
  const [isOpen, { open, close }] = useDisclosure(false);
  const remove = useMutation(
    trpc.alias.remove.mutationOptions({
      onSuccess: async () => {
        close();
        await refresh();
      },
    }),
  );
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-xs" onClick={open} aria-label={`Remove alias ${alias.name}`}>
        Remove
      </Button>
      <Modal opened={isOpen} onClose={close} title={`Remove alias ${alias.name}`}>
        <Stack gap="md">
          <Text>
            Whatever loads models:/{name}@{alias.name} fails until the alias is set again. Version {alias.version}{" "}
            itself stays.
          </Text>
          {remove.isError && <QueryError error={remove.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it
            </Button>
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate({ ...scope, name, alias: alias.name })}
            >
              Remove alias
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
