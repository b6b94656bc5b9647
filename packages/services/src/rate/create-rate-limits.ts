import { type Actor, DomainError } from "@assay/contract";
import { LRUCache } from "lru-cache";
import { actorKey } from "../access/actor-label.ts";
import type { Clock } from "../context.ts";
import type { RateLimits } from "./rate-limits.ts";
import { TokenBucket } from "./token-bucket.ts";

export interface RateLimitOptions {
  /** Of one token; 0 is no limit. A workspace's tokens together may ask for four times as much. */
  requestsPerSecond: number;
  pointsPerSecond: number;
  clock: Clock;
}

const WORKSPACE_FACTOR = 4;
const MAX_BUCKETS = 10_000;

/** Limits within this process. People at a browser have their own; the product itself has none. */
export function createRateLimits({ requestsPerSecond, pointsPerSecond, clock }: RateLimitOptions): RateLimits {
  const requests = createLimit("requests", requestsPerSecond, clock);
  const points = createLimit("points", pointsPerSecond, clock);
  return { takeRequest: (actor) => requests(actor, 1), takePoints: points };
}

/** For work that nobody asked for over a network. */
export const NO_RATE_LIMITS: RateLimits = { takeRequest: () => undefined, takePoints: () => undefined };

function createLimit(what: string, perSecond: number, clock: Clock): (actor: Actor, amount: number) => void {
  const buckets = new LRUCache<string, TokenBucket>({ max: MAX_BUCKETS });
  const bucketOf = (key: string, rate: number, nowMs: number): TokenBucket => {
    const known = buckets.get(key) ?? new TokenBucket(rate, nowMs);
    buckets.set(key, known);
    return known;
  };
  return (actor, amount) => {
    if (perSecond === 0 || (actor.kind !== "token" && actor.kind !== "user")) return;
    const nowMs = clock.now().getTime();
    const mine = [bucketOf(actorKey(actor), perSecond, nowMs)];
    if (actor.kind === "token") mine.push(bucketOf(actor.workspaceId, WORKSPACE_FACTOR * perSecond, nowMs));
    const waitSeconds = Math.max(...mine.map((bucket) => bucket.waitSeconds(nowMs)));
    if (waitSeconds > 0) throw refusal(what, perSecond, waitSeconds);
    for (const bucket of mine) bucket.take(amount);
  };
}

function refusal(what: string, perSecond: number, waitSeconds: number): DomainError {
  return new DomainError("RATE_LIMITED", `This token asks for more than ${perSecond} ${what} a second`, {
    retryAfterSeconds: Math.max(1, Math.ceil(waitSeconds)),
    quotaPerSecond: perSecond,
    remedy: "send more points in fewer requests, or ask whoever runs the server for a higher limit",
  });
}
