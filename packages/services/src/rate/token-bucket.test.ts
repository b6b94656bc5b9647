import fc from "fast-check";
import { expect, it } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

it("gives out its rate over time, one second's worth at once and one amount beyond", () => {
  const takes = fc.array(fc.record({ afterMs: fc.nat(500), amount: fc.integer({ min: 1, max: 300 }) }), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), takes, (perSecond, wishes) => {
      const bucket = new TokenBucket(perSecond, 0);
      let nowMs = 0;
      let taken = 0;
      for (const { afterMs, amount } of wishes) {
        nowMs += afterMs;
        if (bucket.waitSeconds(nowMs) > 0) continue;
        bucket.take(amount);
        taken += amount;
      }
      expect(taken).toBeLessThanOrEqual(perSecond + (nowMs / 1_000) * perSecond + 300);
    }),
  );
});

it("says when to come back, and keeps its word", () => {
  const bucket = new TokenBucket(10, 0);
  bucket.take(25);
  const wait = bucket.waitSeconds(0);
  expect(wait).toBeCloseTo(1.6);
  expect(bucket.waitSeconds(wait * 1_000)).toBe(0);
});

it("is not emptied by a clock that goes back", () => {
  const bucket = new TokenBucket(10, 1_000);
  bucket.take(5);
  expect(bucket.waitSeconds(0)).toBe(0);
});
