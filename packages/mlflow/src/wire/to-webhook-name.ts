import { invalidInput, WEBHOOK_NAME } from "@assay/contract";

/** A webhook's name by MLflow's rule. */
export function toWebhookName(name: string): string {
  if (WEBHOOK_NAME.test(name)) return name;
  throw invalidInput(
    `Webhook name '${name.slice(0, 100)}' is invalid. It must start and end with a letter or digit, be less than 63 characters long, and contain only letters, digits, dots (.), underscores (_), and hyphens (-).`,
    "name",
  );
}
