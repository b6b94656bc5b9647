"use client";

import type { Webhook } from "@assay/contract";
import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { DeleteWebhookButton } from "./delete-webhook-button.tsx";
import { DeliveryList } from "./delivery-list.tsx";
import { DeliveryState } from "./delivery-state.tsx";
import { PauseWebhookButton } from "./pause-webhook-button.tsx";
import { TestWebhookButton } from "./test-webhook-button.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";

/** A webhook with all that can be done to it, and what was sent to it below. */
export function WebhookItem({ webhook }: { webhook: Webhook }) {
  const [isEdited, editing] = useDisclosure(false);
  const [hasDeliveries, deliveries] = useDisclosure(false);
  const { name, url, description, events, isActive, lastState, hasSecret } = webhook;
  const listId = `deliveries-${webhook.id}`;
  return (
    <li className="webhook" aria-label={name}>
      <div className="webhook-head">
        <div className="webhook-facts">
          <p className="webhook-name">
            <strong>{name}</strong>
            {isActive ? lastState !== null && <DeliveryState state={lastState} /> : <Text c="dimmed">Paused</Text>}
            {!hasSecret && <Text c="dimmed">Unsigned</Text>}
          </p>
          <p className="webhook-url assay-mono" title={url}>
            {url}
          </p>
          {description !== "" && <p className="webhook-note">{description}</p>}
          <p className="webhook-note">{events.join(", ")}</p>
        </div>
        <div className="webhook-actions">
          <TestWebhookButton webhook={webhook} />
          <PauseWebhookButton webhook={webhook} />
          <Button variant="default" size="compact-xs" onClick={editing.open} aria-label={`Edit ${name}`}>
            Edit
          </Button>
          <DeleteWebhookButton webhook={webhook} />
        </div>
      </div>
      <Button
        variant="subtle"
        size="compact-xs"
        ml={-8}
        onClick={deliveries.toggle}
        aria-expanded={hasDeliveries}
        aria-controls={listId}
        aria-label={`Deliveries to ${name}`}
        leftSection={hasDeliveries ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
      >
        Deliveries
      </Button>
      <div id={listId}>{hasDeliveries && <DeliveryList webhook={webhook} />}</div>
      <WebhookDialog key={String(isEdited)} webhook={webhook} isOpen={isEdited} onClose={editing.close} />
    </li>
  );
}
