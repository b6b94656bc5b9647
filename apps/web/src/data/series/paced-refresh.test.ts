import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pacedRefresh } from "./paced-refresh.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function paced() {
  const started: string[][] = [];
  let answer: (again?: string[]) => void = () => undefined;
  const pause = { isOn: false };
  const pace = pacedRefresh({
    refresh: (runIds) => {
      started.push([...runIds]);
      return new Promise((resolve) => {
        answer = (again = []) => resolve(again);
      });
    },
    intervalMs: 500,
    isPaused: () => pause.isOn,
  });
  return { pace, started, pause, answer: (again?: string[]) => answer(again) };
}

it("refreshes at once, then twice a second however many notices come", async () => {
  const { pace, started, answer } = paced();
  for (let ms = 0; ms < 1_900; ms += 20) {
    pace.note("a");
    await vi.advanceTimersByTimeAsync(20);
    answer();
  }
  expect(started).toHaveLength(4);
});

it("starts no refresh before the last was answered", async () => {
  const { pace, started, answer } = paced();
  pace.note("a");
  await vi.advanceTimersByTimeAsync(0);
  pace.note("a");
  pace.note("b");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(started).toEqual([["a"]]);
  answer(["c"]);
  await vi.advanceTimersByTimeAsync(0);
  expect(started).toEqual([["a"], ["a", "b", "c"]]);
});

it("keeps what was noted while paused", async () => {
  const { pace, started, pause } = paced();
  pause.isOn = true;
  pace.note("a");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(started).toEqual([]);
  pause.isOn = false;
  pace.resume();
  await vi.advanceTimersByTimeAsync(0);
  expect(started).toEqual([["a"]]);
});
