import { DomainError, ERROR_CODES } from "@assay/contract";
import { expect, it } from "vitest";
import { errorResponse, WIRE_ERRORS } from "./error-response.ts";

const errors: { fields: object; message: string }[] = [];
const log = { info() {}, warn() {}, error: (fields: object, message: string) => errors.push({ fields, message }) };

const scope = { log, requestId: "r1", publicUrl: "https://assay.example.org" };

it.each(ERROR_CODES)("answers %s with a status that no client repeats for nothing", async (code) => {
  const response = errorResponse(new DomainError(code, "what happened"), scope);
  expect(response.status).toBe(WIRE_ERRORS[code].status);
  expect(await response.json()).toEqual({ error_code: WIRE_ERRORS[code].code, message: "what happened" });
  if (!["UNAVAILABLE", "RATE_LIMITED", "BACKPRESSURE"].includes(code)) expect(response.status).toBeLessThan(429);
});

it("tells where a protected alias is asked for", async () => {
  const error = new DomainError("ALIAS_PROTECTED", "The alias is protected", {
    remedy: "request a promotion on the model's page",
    path: "/team/main/models/a",
  });
  const response = errorResponse(error, scope);
  expect(response.status).toBe(403);
  expect(await response.json()).toEqual({
    error_code: "PERMISSION_DENIED",
    message:
      "The alias is protected. To mend it: request a promotion on the model's page: https://assay.example.org/team/main/models/a",
  });
});

it("keeps messages that clients match as they are", async () => {
  const response = errorResponse(
    new DomainError("INVALID_INPUT", "Invalid path", { remedy: "use a relative path" }),
    scope,
  );
  expect(await response.json()).toMatchObject({ message: "Invalid path" });
});

it("asks for credentials with 401", () => {
  const response = errorResponse(new DomainError("UNAUTHENTICATED", "no"), scope);
  expect(response.headers.get("www-authenticate")).toContain("Basic");
});

it("shows nothing of an unknown failure but its request id, and logs it", async () => {
  const response = errorResponse(new Error("password=hunter2"), scope);
  expect(response.status).toBe(500);
  const body = await response.text();
  expect(body).toContain("r1");
  expect(body).not.toContain("hunter2");
  expect(errors.at(-1)?.fields).toMatchObject({ requestId: "r1" });
});
