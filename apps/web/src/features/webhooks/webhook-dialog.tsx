"use client";

import type { Webhook } from "@assay/contract";
import { Modal } from "@mantine/core";
import { WebhookForm } from "./webhook-form.tsx";

interface WebhookDialogProps {
  /** Undefined makes a new one. */
  webhook?: Webhook;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks what a webhook is told of and where. */
export function WebhookDialog({ webhook, isOpen, onClose }: WebhookDialogProps) {
  const title = webhook === undefined ? "Add a webhook" : `Edit ${webhook.name}`;
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size="lg" closeOnClickOutside={false}>
      <WebhookForm webhook={webhook} onDone={onClose} />
    </Modal>
  );
}
