import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { closedLoop } from "./closed-loop.ts";

it("counts the points of all clients", async () => {
  let requests = 0;
  const request = async (): Promise<number> => {
    await delay(5);
    requests += 1;
    return 10;
  };
  const before = performance.now();
  const { pointsPerSecond, p50Ms } = await closedLoop({ clients: 8, seconds: 0.2, request });
  const seconds = (performance.now() - before) / 1_000;
  // The warm-up's requests are among those counted here, and its time too.
  expect(pointsPerSecond).toBeGreaterThan((0.5 * requests * 10) / seconds);
  expect(p50Ms).toBeGreaterThanOrEqual(4);
});

it("holds the clients back to a rate", async () => {
  const { pointsPerSecond } = await closedLoop({
    clients: 4,
    seconds: 0.5,
    request: () => Promise.resolve(10),
    pointsPerSecond: 1_000,
  });
  expect(pointsPerSecond).toBeLessThan(1_500);
});
