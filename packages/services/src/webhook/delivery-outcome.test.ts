import { expect, it } from "vitest";
import { deliveryOutcome, waitAfter } from "./delivery-outcome.ts";

const now = new Date("2026-01-02T03:04:05.000Z");
const outcomeOf = (status: number, retryAfter: string | null = null) =>
  deliveryOutcome({ kind: "answered", status, retryAfter }, now);

it("takes every 2xx for receipt and nothing else", () => {
  for (const status of [200, 202, 204, 299]) expect(outcomeOf(status)).toEqual({ status, error: null, retry: null });
  for (const status of [100, 300, 304, 400, 401, 404, 410, 418, 500]) expect(outcomeOf(status).error).not.toBeNull();
});

it.each([408, 429, 500, 501, 502, 503, 504, 599])("tries %s again", (status) => {
  expect(outcomeOf(status).retry).toEqual({ notBeforeMs: 0 });
});

it.each([301, 307, 400, 401, 403, 404, 409, 410, 413, 422])("does not try %s again", (status) => {
  expect(outcomeOf(status).retry).toBeNull();
});

it("tries silence again, and what is refused never", () => {
  expect(deliveryOutcome({ kind: "unreachable", reason: "r" }, now)).toMatchObject({ retry: { notBeforeMs: 0 } });
  expect(deliveryOutcome({ kind: "refused", reason: "r" }, now)).toMatchObject({ retry: null, error: "r" });
});

it.each([
  ["120", 120_000],
  [" 7 ", 7_000],
  ["Fri, 02 Jan 2026 03:05:05 GMT", 60_000],
  ["Fri, 02 Jan 2026 03:00:00 GMT", 0],
  ["999999999999", 86_400_000],
  ["soon", 0],
  ["-5", 0],
  ["", 0],
])("reads Retry-After %j as %i ms, a day at most", (retryAfter, notBeforeMs) => {
  expect(outcomeOf(429, retryAfter).retry).toEqual({ notBeforeMs });
});

it("waits longer each time, spread by a fifth, and ends after nine tries within a day", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => waitAfter(tries, 0.5) ?? Number.NaN);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(24 * 60 * 60 * 1_000);
  expect(waitAfter(9, 0.5)).toBeNull();
  expect([waitAfter(1, 0), waitAfter(1, 1)]).toEqual([4_500, 5_500]);
});
