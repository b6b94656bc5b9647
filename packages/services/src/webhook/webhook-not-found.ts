import { DomainError } from "@assay/contract";

/** The answer for a webhook that is not there or not of this project, whatever it was called by; as MLflow says it. */
export const webhookNotFound = (id: string): DomainError =>
  new DomainError("NOT_FOUND", `Webhook with ID ${id.slice(0, 80)} not found.`);
