"use client";

import type { Webhook } from "@assay/contract";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { notifyError } from "../../data/notify-error.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { useRefreshWebhooks } from "./use-refresh-webhooks.ts";

/** Stops a webhook from being told of anything, or has it told again. */
export function PauseWebhookButton({ webhook }: { webhook: Webhook }) {
  const trpc = useTRPC();
  const scope = useScope();
  const refresh = useRefreshWebhooks();
  const update = useMutation(trpc.webhook.update.mutationOptions({ onSuccess: refresh, onError: notifyError }));
  const word = webhook.isActive ? "Pause" : "Resume";
  return (
    <Button
      variant="default"
      size="compact-xs"
      loading={update.isPending}
      onClick={() => update.mutate({ ...scope, webhookId: webhook.id, isActive: !webhook.isActive })}
      aria-label={`${word} ${webhook.name}`}
    >
      {word}
    </Button>
  );
}
