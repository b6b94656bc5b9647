"use client";

import type { Alias } from "@assay/contract";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { ConfirmModal } from "../confirm/confirm-modal.tsx";
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
      <ConfirmModal
        title={`Remove alias ${alias.name}`}
        action="Remove alias"
        isOpen={isOpen}
        change={remove}
        onConfirm={() => remove.mutate({ ...scope, name, alias: alias.name })}
        onClose={close}
      >
        Whatever loads models:/{name}@{alias.name} fails until the alias is set again. Version {alias.version} itself
        stays.
      </ConfirmModal>
    </>
  );
}
