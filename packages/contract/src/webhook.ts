import { z } from "zod";
import { WebhookDeliveryId, WebhookId } from "./ids.ts";
import { PageInput } from "./page.ts";
import { ProjectScope } from "./scope.ts";
import { storedText } from "./text.ts";

/** What MLflow's webhooks tell of, `<entity>.<action>`; a prompt is a registered model with MLflow's tag for prompts. */
export const MLFLOW_WEBHOOK_EVENTS = [
  "registered_model.created",
  "model_version.created",
  "model_version_tag.set",
  "model_version_tag.deleted",
  "model_version_alias.created",
  "model_version_alias.deleted",
  "prompt.created",
  "prompt_version.created",
  "prompt_tag.set",
  "prompt_tag.deleted",
  "prompt_version_tag.set",
  "prompt_version_tag.deleted",
  "prompt_alias.created",
  "prompt_alias.deleted",
] as const;

/** Everything a webhook can be told of. */
export const WEBHOOK_EVENTS = ["run.created", "run.finished", "experiment.created", ...MLFLOW_WEBHOOK_EVENTS] as const;
export const WebhookEvent = z.enum(WEBHOOK_EVENTS);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** MLflow's rule for names. */
export const WEBHOOK_NAME = /^(?=.{1,63}$)[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;

const WebhookName = z
  .string()
  .regex(
    WEBHOOK_NAME,
    "name must start and end with a letter or digit, have at most 63 characters, and hold letters, digits, dots, underscores and hyphens only",
  );
const WebhookEvents = z.array(WebhookEvent).min(1, "choose at least one event").max(WEBHOOK_EVENTS.length);

export const WEBHOOK_LIMITS = { urlLength: 2_000, descriptionLength: 1_000, secretLength: 1_000, perProject: 100 };

export const WebhookDeliveryState = z.enum(["pending", "delivered", "failed"]);
export type WebhookDeliveryState = z.infer<typeof WebhookDeliveryState>;

/** Where a project's events are sent. Its secret is never shown. */
export const Webhook = z.object({
  id: WebhookId,
  name: z.string(),
  description: z.string(),
  url: z.string(),
  events: z.array(WebhookEvent),
  isActive: z.boolean(),
  hasSecret: z.boolean(),
  createdBy: z.string(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  /** Of the newest delivery; null while there is none. */
  lastState: WebhookDeliveryState.nullable(),
});
export type Webhook = z.infer<typeof Webhook>;

export const CreateWebhookInput = ProjectScope.extend({
  name: WebhookName,
  url: storedText(WEBHOOK_LIMITS.urlLength).min(1),
  events: WebhookEvents,
  description: storedText(WEBHOOK_LIMITS.descriptionLength).default(""),
  /** Signs each delivery; an empty one signs none. */
  secret: storedText(WEBHOOK_LIMITS.secretLength).default(""),
  isActive: z.boolean().default(true),
});
export type CreateWebhookInput = z.infer<typeof CreateWebhookInput>;

export const WebhookInput = ProjectScope.extend({ webhookId: WebhookId });
export type WebhookInput = z.infer<typeof WebhookInput>;

/** What is left out stays. */
export const UpdateWebhookInput = WebhookInput.extend({
  name: WebhookName.optional(),
  url: storedText(WEBHOOK_LIMITS.urlLength).min(1).optional(),
  events: WebhookEvents.optional(),
  description: storedText(WEBHOOK_LIMITS.descriptionLength).optional(),
  /** An empty one takes the secret away. */
  secret: storedText(WEBHOOK_LIMITS.secretLength).optional(),
  isActive: z.boolean().optional(),
});
export type UpdateWebhookInput = z.infer<typeof UpdateWebhookInput>;

/** Sends an example of an event, the webhook's first when none is named. */
export const TestWebhookInput = WebhookInput.extend({ event: WebhookEvent.optional() });
export type TestWebhookInput = z.infer<typeof TestWebhookInput>;

export const WebhookTestResult = z.object({
  isSuccess: z.boolean(),
  /** Null when nobody answered. */
  status: z.number().int().nullable(),
  /** Why it is no success; null when it is one. */
  error: z.string().nullable(),
});
export type WebhookTestResult = z.infer<typeof WebhookTestResult>;

export const WebhookAttempt = z.object({
  number: z.number().int(),
  atMs: z.number(),
  durationMs: z.number(),
  status: z.number().int().nullable(),
  error: z.string().nullable(),
});
export type WebhookAttempt = z.infer<typeof WebhookAttempt>;

/** One event on its way to one webhook, with its latest attempts, newest first. */
export const WebhookDelivery = z.object({
  id: WebhookDeliveryId,
  event: WebhookEvent,
  state: WebhookDeliveryState,
  createdAtMs: z.number(),
  /** When a pending one is tried next. */
  nextAttemptAtMs: z.number().nullable(),
  attemptCount: z.number().int(),
  attempts: z.array(WebhookAttempt),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const ListDeliveriesInput = WebhookInput.extend(PageInput.shape);
export type ListDeliveriesInput = z.infer<typeof ListDeliveriesInput>;

export const RedeliverInput = WebhookInput.extend({ deliveryId: WebhookDeliveryId });
export type RedeliverInput = z.infer<typeof RedeliverInput>;
