"use client";

import type { Webhook } from "@assay/contract";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { notifyError } from "../../data/notify-error.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

const SHOWN_MS = 10_000;

/** Sends an example of the webhook's first event and says what came of it. */
export function TestWebhookButton({ webhook }: { webhook: Webhook }) {
  const trpc = useTRPC();
  const scope = useScope();
  const test = useMutation(
    trpc.webhook.test.mutationOptions({
      onSuccess: ({ isSuccess, status, error }) =>
        notifications.show({
          color: isSuccess ? "green" : "red",
          title: isSuccess ? `${webhook.name} has it` : `${webhook.name} did not take it`,
          message: error ?? `An example of ${webhook.events[0]} was answered with ${status}.`,
          autoClose: SHOWN_MS,
        }),
      onError: notifyError,
    }),
  );
  return (
    <Button
      variant="default"
      size="compact-xs"
      loading={test.isPending}
      onClick={() => test.mutate({ ...scope, webhookId: webhook.id })}
      aria-label={`Test ${webhook.name}`}
    >
      Test
    </Button>
  );
}
