import { isDomainError } from "@assay/contract";
import pg from "pg";
import { expect, it } from "vitest";
import { asUnavailable } from "./unavailable.ts";

const failure = (code: string, message = "no"): Error => Object.assign(new Error(message), { code });

it.each([
  ["a full disk", failure("53100")],
  ["a shutdown", failure("57P01")],
  ["a server that is starting", failure("57P03")],
  ["a refused connection", failure("ECONNREFUSED")],
  ["a broken connection", new Error("Connection terminated unexpectedly")],
])("asks the caller to come back after %s", (_, error) => {
  const told = asUnavailable(error);
  expect(isDomainError(told) && [told.code, told.details.retryAfterSeconds, told.cause]).toEqual([
    "UNAVAILABLE",
    2,
    error,
  ]);
});

it.each([
  ["a unique violation", failure("23505")],
  ["a statement that does not parse", failure("42601")],
  ["a statement that took too long", failure("57014")],
  ["anything that is no error", "text"],
])("leaves %s as it is", (_, error) => {
  expect(asUnavailable(error)).toBe(error);
});

it("knows what node-postgres says when nobody listens", async () => {
  const client = new pg.Client({ host: "127.0.0.1", port: 1 });
  const error: unknown = await client.connect().catch((refused: unknown) => refused);
  const told = asUnavailable(error);
  expect(isDomainError(told) && told.code).toBe("UNAVAILABLE");
});
