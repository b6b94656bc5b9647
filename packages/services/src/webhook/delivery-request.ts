import { createHmac } from "node:crypto";
import type { WebhookDeliveryId, WebhookEvent } from "@assay/contract";
import type { OutboundPost } from "@assay/outbound";

export interface DeliveryContent {
  deliveryId: WebhookDeliveryId;
  event: WebhookEvent;
  data: unknown;
  /** When it happened. */
  at: Date;
  /** Slug of the project, which is what MLflow calls a workspace. */
  project: string;
}

interface Receiver {
  url: string;
  secret: Uint8Array | null;
}

/**
 * A delivery as MLflow sends it: the same body and id with every attempt, and a signature over both and the time of
 * the attempt, `v1,<base64 of HMAC-SHA256("{id}.{unix seconds}.{body}")>`.
 * https://mlflow.org/docs/latest/ml/webhooks/
 */
export function deliveryRequest(
  { deliveryId, event, data, at, project }: DeliveryContent,
  { url, secret }: Receiver,
  now: Date,
): Omit<OutboundPost, "signal"> {
  const [entity, action] = event.split(".");
  const timestamp = at.toISOString().replace("Z", "+00:00");
  const body = JSON.stringify({ entity, action, timestamp, data, workspace: project });
  const seconds = String(Math.floor(now.getTime() / 1_000));
  const headers = {
    "content-type": "application/json",
    "user-agent": "Assay-Webhooks",
    "X-MLflow-Delivery-Id": deliveryId,
    "X-MLflow-Timestamp": seconds,
  };
  if (secret === null) return { url, headers, body };
  const signature = createHmac("sha256", secret).update(`${deliveryId}.${seconds}.${body}`).digest("base64");
  return { url, body, headers: { ...headers, "X-MLflow-Signature": `v1,${signature}` } };
}
