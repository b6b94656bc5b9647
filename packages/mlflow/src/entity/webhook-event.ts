import { invalidInput, MLFLOW_WEBHOOK_EVENTS, WebhookEvent } from "@assay/contract";
import { z } from "zod";
import { field } from "../wire/field.ts";

const ENTITY_NUMBERS = {
  REGISTERED_MODEL: 1,
  MODEL_VERSION: 2,
  MODEL_VERSION_TAG: 3,
  MODEL_VERSION_ALIAS: 4,
  PROMPT: 5,
  PROMPT_VERSION: 6,
  PROMPT_TAG: 7,
  PROMPT_VERSION_TAG: 8,
  PROMPT_ALIAS: 9,
  BUDGET_POLICY: 10,
} as const;
const ACTION_NUMBERS = { CREATED: 1, UPDATED: 2, DELETED: 3, SET: 4, EXCEEDED: 5 } as const;

/** An event as it comes over the wire. */
export const webhookEventField = () =>
  z.object({ entity: field.choice(ENTITY_NUMBERS), action: field.choice(ACTION_NUMBERS) });

type WireEvent = z.output<ReturnType<typeof webhookEventField>>;

const isMlflowEvent = (event: WebhookEvent): boolean => MLFLOW_WEBHOOK_EVENTS.some((known) => known === event);

/** Of a webhook's events those that the protocol has words for. */
export const mlflowEvents = (events: readonly WebhookEvent[]): WebhookEvent[] => events.filter(isMlflowEvent);

/** The others: what clients of this protocol neither see nor change. */
export const ownEvents = (events: readonly WebhookEvent[]): WebhookEvent[] =>
  events.filter((event) => !isMlflowEvent(event));

export function toWebhookEvent({ entity, action }: WireEvent): WebhookEvent {
  if (entity === "BUDGET_POLICY")
    throw invalidInput("There are no budget policies here, and no events of them", "events");
  const parsed = WebhookEvent.safeParse(`${entity}.${action}`.toLowerCase());
  if (parsed.success) return parsed.data;
  const prefix = `${entity.toLowerCase()}.`;
  const valid = MLFLOW_WEBHOOK_EVENTS.filter((event) => event.startsWith(prefix)).map(
    (event) => `'${event.slice(prefix.length)}'`,
  );
  throw invalidInput(
    `Invalid action '${action.toLowerCase()}' for entity '${entity.toLowerCase()}'. Valid actions are: [${valid.sort().join(", ")}]`,
    "events",
  );
}

export function wireEvent(event: WebhookEvent): { entity: string; action: string } {
  const [entity = "", action = ""] = event.toUpperCase().split(".");
  return { entity, action };
}
