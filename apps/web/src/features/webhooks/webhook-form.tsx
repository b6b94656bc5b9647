"use client";

import { WEBHOOK_LIMITS, WEBHOOK_NAME, type Webhook, type WebhookEvent } from "@assay/contract";
import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { EventPicker } from "./event-picker.tsx";
import { SecretField } from "./secret-field.tsx";
import { useSaveWebhook } from "./use-save-webhook.ts";

interface WebhookFormProps {
  webhook: Webhook | undefined;
  onDone: () => void;
}

const NAME_RULE = "Letters, digits, dots, underscores and hyphens; a letter or digit at both ends; at most 63";

/** A webhook's fields; the server says whether its address may be reached. */
export function WebhookForm({ webhook, onDone }: WebhookFormProps) {
  const [name, setName] = useState(webhook?.name ?? "");
  const [events, setEvents] = useState<WebhookEvent[]>([...(webhook?.events ?? ["run.finished"])]);
  const [secret, setSecret] = useState<string | undefined>(undefined);
  const save = useSaveWebhook(webhook, onDone);
  const isNameWrong = name !== "" && !WEBHOOK_NAME.test(name);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isNameWrong) return;
    const form = new FormData(event.currentTarget);
    save.submit({
      name,
      url: String(form.get("url")).trim(),
      description: String(form.get("description")),
      events,
      secret,
    });
  };
  return (
    <form onSubmit={submit} className="form-stack">
      <TextInput
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isNameWrong ? NAME_RULE : null}
        placeholder="chat-of-the-team"
        required
        maxLength={63}
        data-autofocus
      />
      <TextInput
        label="URL"
        description="Where each event is sent by POST: https, and a host that this server may reach"
        name="url"
        defaultValue={webhook?.url ?? ""}
        placeholder="https://"
        required
        maxLength={WEBHOOK_LIMITS.urlLength}
      />
      <TextInput
        label="Description"
        name="description"
        defaultValue={webhook?.description ?? ""}
        maxLength={WEBHOOK_LIMITS.descriptionLength}
      />
      <EventPicker value={events} onChange={setEvents} />
      <SecretField hasSecret={webhook?.hasSecret ?? false} onChange={setSecret} />
      {save.error !== null && <QueryError error={save.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" loading={save.isPending} disabled={events.length === 0}>
          {webhook === undefined ? "Add webhook" : "Save webhook"}
        </Button>
      </Group>
    </form>
  );
}
