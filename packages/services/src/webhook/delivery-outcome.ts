import type { OutboundAnswer } from "@assay/outbound";

export interface DeliveryOutcome {
  status: number | null;
  /** Null when the receiver has it. */
  error: string | null;
  /** Whether another attempt may do better, and how long the receiver asked to be left alone. */
  retry: { notBeforeMs: number } | null;
}

const MOST_ASKED_MS = 24 * 60 * 60 * 1_000;

/** What an answer means: any 2xx is receipt; 408, 429, 5xx and silence are tried again. */
export function deliveryOutcome(answer: OutboundAnswer, now: Date): DeliveryOutcome {
  if (answer.kind === "refused") return { status: null, error: answer.reason, retry: null };
  if (answer.kind === "unreachable") return { status: null, error: answer.reason, retry: { notBeforeMs: 0 } };
  const { status } = answer;
  if (status >= 200 && status < 300) return { status, error: null, retry: null };
  const error = status >= 300 && status < 400 ? "Redirects are not followed" : `The receiver answered ${status}`;
  const isPassing = status === 408 || status === 429 || status >= 500;
  return { status, error, retry: isPassing ? { notBeforeMs: askedMs(answer.retryAfter, now) } : null };
}

/** `Retry-After` as seconds or as a date; a day at most. */
function askedMs(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0;
  const asked = /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now.getTime();
  return Number.isFinite(asked) ? Math.min(MOST_ASKED_MS, Math.max(0, asked)) : 0;
}

/** Waits between attempts: quick at first, for a restart, and long at last, for a night. */
const WAITS_MS = [5, 30, 120, 600, 1_800, 7_200, 21_600, 43_200].map((seconds) => seconds * 1_000);

/** How long to wait after so many tries; null when there were enough. `fraction` spreads them by a fifth. */
export function waitAfter(tries: number, fraction: number): number | null {
  const wait = WAITS_MS[tries - 1];
  return wait === undefined ? null : wait * (0.9 + 0.2 * fraction);
}
