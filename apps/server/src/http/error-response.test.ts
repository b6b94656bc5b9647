import { DomainError } from "@assay/contract";
import { expect, it } from "vitest";
import { errorResponse } from "./error-response.ts";

const silent = { info() {}, warn() {}, error() {} };

it("tells a client that sends more than can be kept when to come back", async () => {
  const error = new DomainError("BACKPRESSURE", "More points wait than may be kept", { retryAfterSeconds: 2 });
  const answer = errorResponse(error, silent);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "2"]);
  expect(await answer.json()).toMatchObject({ error: { code: "BACKPRESSURE" } });
});

it("shows nothing of a failure that is the server's own", async () => {
  const answer = errorResponse(new Error("relation run_secret does not exist"), silent);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("run_secret");
});
