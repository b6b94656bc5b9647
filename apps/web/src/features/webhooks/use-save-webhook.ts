"use client";

import type { Webhook, WebhookEvent } from "@assay/contract";
import { useMutation } from "@tanstack/react-query";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { useRefreshWebhooks } from "./use-refresh-webhooks.ts";

interface WebhookFields {
  name: string;
  url: string;
  description: string;
  events: WebhookEvent[];
  /** Undefined keeps what there is. */
  secret: string | undefined;
}

/** Makes a webhook, or changes the one there is. */
export function useSaveWebhook(webhook: Webhook | undefined, onDone: () => void) {
  const trpc = useTRPC();
  const scope = useScope();
  const refresh = useRefreshWebhooks();
  const onSuccess = async () => {
    onDone();
    await refresh();
  };
  const create = useMutation(trpc.webhook.create.mutationOptions({ onSuccess }));
  const update = useMutation(trpc.webhook.update.mutationOptions({ onSuccess }));
  return {
    submit: ({ secret, ...fields }: WebhookFields) => {
      const input = { ...scope, ...fields, ...(secret === undefined ? {} : { secret }) };
      if (webhook === undefined) create.mutate(input);
      else update.mutate({ ...input, webhookId: webhook.id });
    },
    isPending: create.isPending || update.isPending,
    error: create.error ?? update.error,
  };
}
