"use client";

import type { Webhook } from "@assay/contract";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { ConfirmModal } from "../confirm/confirm-modal.tsx";
import { useRefreshWebhooks } from "./use-refresh-webhooks.ts";

/** Deletes a webhook after saying what stops. */
export function DeleteWebhookButton({ webhook }: { webhook: Webhook }) {
  const trpc = useTRPC();
  const scope = useScope();
  const refresh = useRefreshWebhooks();
  const [isOpen, { open, close }] = useDisclosure(false);
  const remove = useMutation(
    trpc.webhook.delete.mutationOptions({
      onSuccess: async () => {
        close();
        await refresh();
      },
    }),
  );
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={open} aria-label={`Delete ${webhook.name}`}>
        Delete
      </Button>
      <ConfirmModal
        title={`Delete ${webhook.name}`}
        action="Delete webhook"
        isOpen={isOpen}
        change={remove}
        onConfirm={() => remove.mutate({ ...scope, webhookId: webhook.id })}
        onClose={close}
      >
        It is told of nothing more, not even of what waits to be sent, and the record of its deliveries goes with it.
        Pause it to keep that.
      </ConfirmModal>
    </>
  );
}
