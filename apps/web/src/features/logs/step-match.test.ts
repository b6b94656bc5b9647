import { expect, it } from "vitest";
import { stepMatch } from "./step-match.ts";

const MATCHES = [{ number: 3 }, { number: 8 }, { number: 20 }];

it("steps from a line to the next match either way, and round the ends", () => {
  expect(stepMatch(MATCHES, null, 1)).toEqual({ number: 3 });
  expect(stepMatch(MATCHES, 3, 1)).toEqual({ number: 8 });
  expect(stepMatch(MATCHES, 20, 1)).toEqual({ number: 3 });
  expect(stepMatch(MATCHES, 10, -1)).toEqual({ number: 8 });
  expect(stepMatch(MATCHES, 3, -1)).toEqual({ number: 20 });
  expect(stepMatch([], 3, 1)).toBeNull();
});
