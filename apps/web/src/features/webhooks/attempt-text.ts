import type { WebhookAttempt } from "@assay/contract";
import { formatDuration } from "@assay/ui";

/** What came of an attempt, and how long that took. */
export function attemptText({ status, error, durationMs }: WebhookAttempt): string {
  return `${error ?? `Answered ${status}`} after ${formatDuration(durationMs)}`;
}
