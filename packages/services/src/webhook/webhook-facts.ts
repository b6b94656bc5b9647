import type { CreateWebhookInput } from "@assay/contract";

type Facts = { [Key in keyof CreateWebhookInput]?: CreateWebhookInput[Key] | undefined };

/** What the audit log keeps of a webhook: of its URL, which is often a secret, only where it leads. */
export function webhookFacts({ name, url, events, isActive, secret }: Facts): Record<string, unknown> {
  return {
    name,
    origin: url === undefined ? undefined : new URL(url).origin,
    events,
    isActive,
    hasSecret: secret === undefined ? undefined : secret !== "",
  };
}

/** A secret as it is kept; an empty one is none. */
export function secretBytes(secret: string): Uint8Array<ArrayBuffer> | null {
  return secret === "" ? null : new TextEncoder().encode(secret);
}
