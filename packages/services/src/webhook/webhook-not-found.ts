import { type DomainError, notFound, type WebhookId } from "@assay/contract";

/** The answer for a webhook that is not there or not of this project. */
export const webhookNotFound = (id: WebhookId): DomainError => notFound(`Webhook with ID ${id}`);
