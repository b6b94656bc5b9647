"use client";

import type { Webhook, WebhookDelivery } from "@assay/contract";
import { CopyIcon, formatDuration, plural, TimeText } from "@assay/ui";
import { Button, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { notifyError } from "../../data/notify-error.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { attemptText } from "./attempt-text.ts";
import { DeliveryState } from "./delivery-state.tsx";
import { useRefreshWebhooks } from "./use-refresh-webhooks.ts";

const SHOWN_DIGITS = 12;

/** An id's end, for its start is the time and the same for all of a moment. */
function DeliveryIdText({ id }: { id: string }) {
  return (
    <span className="delivery-id">
      <span className="assay-mono" title={id}>
        …{id.slice(-SHOWN_DIGITS)}
      </span>
      <CopyIcon value={id} what="delivery id" />
    </span>
  );
}

interface DeliveryItemProps {
  webhook: Webhook;
  delivery: WebhookDelivery;
}

/** One event on its way: whether it arrived, each attempt, and the way to send it once more. */
export function DeliveryItem({ webhook, delivery }: DeliveryItemProps) {
  const trpc = useTRPC();
  const scope = useScope();
  const refresh = useRefreshWebhooks();
  const redeliver = useMutation(trpc.webhook.redeliver.mutationOptions({ onSuccess: refresh, onError: notifyError }));
  const { id, event, state, createdAtMs, nextAttemptAtMs, attemptCount, attempts } = delivery;
  const [last] = attempts;
  return (
    <li className="delivery">
      <div className="delivery-line">
        <DeliveryState state={state} />
        <span className="assay-mono delivery-event">{event}</span>
        <TimeText timeMs={createdAtMs} />
        <DeliveryIdText id={id} />
        <Button
          variant="default"
          size="compact-xs"
          className="delivery-again"
          disabled={!webhook.isActive}
          loading={redeliver.isPending}
          onClick={() => redeliver.mutate({ ...scope, webhookId: webhook.id, deliveryId: id })}
          aria-label={`Redeliver ${event} ${id}`}
        >
          Redeliver
        </Button>
      </div>
      {last !== undefined && (
        <details className="delivery-attempts">
          <summary>
            {attemptText(last)}
            {attemptCount > 1 && ` · ${plural(attemptCount, "attempt")}`}
          </summary>
          <ol>
            {attempts.map((attempt) => (
              <li key={attempt.number} value={attempt.number}>
                <TimeText timeMs={attempt.atMs} />: {attemptText(attempt)}
              </li>
            ))}
          </ol>
        </details>
      )}
      {state === "pending" && nextAttemptAtMs !== null && last !== undefined && (
        <Text c="dimmed" size="xs">
          Next attempt {formatDuration(Math.max(0, nextAttemptAtMs - last.atMs))} after the last
        </Text>
      )}
    </li>
  );
}
