import type { ErrorDetails } from "./domain-error.ts";

/** The HTTP headers that tell a client how much it may ask for and when to come back; none where that is not said. */
export function retryHeaders({ retryAfterSeconds, quotaPerSecond }: ErrorDetails): Record<string, string> {
  if (retryAfterSeconds === undefined) return {};
  const retry = { "retry-after": String(retryAfterSeconds) };
  if (quotaPerSecond === undefined) return retry;
  return {
    ...retry,
    "ratelimit-policy": `"token";q=${quotaPerSecond};w=1`,
    ratelimit: `"token";r=0;t=${retryAfterSeconds}`,
  };
}
