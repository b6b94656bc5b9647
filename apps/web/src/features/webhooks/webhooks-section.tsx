"use client";

import { EmptyState, Section, SkeletonRows, Snippet } from "@assay/ui";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { useMay } from "../../data/use-may.ts";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { WebhookItem } from "./webhook-item.tsx";
import "./webhooks.css";

const MOST = 100;
/** So that a webhook's state follows what is being sent. */
const REFRESH_MS = 5_000;
const EXAMPLE = `{
  "entity": "run", "action": "finished",
  "timestamp": "2026-01-02T03:04:05.678+00:00",
  "data": {
    "run_name": "bold-heron-12", "status": "finished",
    "path": "/team/main/runs/…"
  },
  "workspace": "main"
}`;

/** Who is told of what happens in the project; for those who may settle that. */
export function WebhooksSection() {
  return useMay("webhook:manage") ? <Webhooks /> : null;
}

function Webhooks() {
  const input = { ...useScope(), limit: MOST };
  const webhooks = useQuery(useTRPC().webhook.list.queryOptions(input, { refetchInterval: REFRESH_MS }));
  const [isOpen, { open, close }] = useDisclosure(false);
  const items = webhooks.data?.items ?? [];
  return (
    <Section
      title="Webhooks"
      actions={
        <Button size="compact-xs" onClick={open}>
          Add webhook
        </Button>
      }
    >
      {webhooks.isPending && <SkeletonRows rows={2} />}
      {webhooks.isError && <QueryError error={webhooks.error} onRetry={() => void webhooks.refetch()} />}
      {webhooks.isSuccess && items.length === 0 && (
        <EmptyState title="Nobody is told of anything yet">
          <p>
            A webhook tells a service of yours, by an HTTP POST, when a run ends, a version is registered or an alias
            moves: to write to a chat, start a deployment or fill a dashboard. What is sent looks like this:
          </p>
          <Snippet code={EXAMPLE} what="example of a delivery" />
          <p>Signed as MLflow signs its webhooks, and sent again until the service has it.</p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="webhook-list" aria-label="Webhooks">
          {items.map((webhook) => (
            <WebhookItem key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      )}
      <WebhookDialog isOpen={isOpen} onClose={close} />
    </Section>
  );
}
