"use client";

import { WEBHOOK_EVENTS, type WebhookEvent } from "@assay/contract";
import { Checkbox } from "@mantine/core";
import { EVENT_GROUPS } from "./event-groups.ts";
import "./webhooks.css";

interface EventPickerProps {
  value: readonly WebhookEvent[];
  onChange: (events: WebhookEvent[]) => void;
}

/** What the webhook is to be told of. */
export function EventPicker({ value, onChange }: EventPickerProps) {
  const choose = (chosen: string[]) => onChange(WEBHOOK_EVENTS.filter((event) => chosen.includes(event)));
  return (
    <Checkbox.Group label="Events" required value={[...value]} onChange={choose}>
      {EVENT_GROUPS.map(({ title, events }) => (
        <fieldset key={title} className="webhook-events">
          <legend>{title}</legend>
          {events.map(({ event, words }) => (
            <Checkbox key={event} value={event} label={words} title={event} />
          ))}
        </fieldset>
      ))}
    </Checkbox.Group>
  );
}
