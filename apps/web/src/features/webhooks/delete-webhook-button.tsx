"use client";

import type { Webhook } from "@assay/contract";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { notifyError } from "../../data/notify-error.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
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
      onError: notifyError,
    }),
  );
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={open} aria-label={`Delete ${webhook.name}`}>
        Delete
      </Button>
      <Modal opened={isOpen} onClose={close} title={`Delete ${webhook.name}`}>
        <Stack gap="md">
          <Text>
            It is told of nothing more, not even of what waits to be sent, and the record of its deliveries goes with
            it. Pause it to keep that.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it
            </Button>
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate({ ...scope, webhookId: webhook.id })}
            >
              Delete webhook
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
