import type { ProcedureMeta } from "@assay/api";
import { PERMISSIONS } from "@assay/contract";
import { expect, it } from "vitest";
import { listProcedures } from "../support/procedures.ts";

const procedures = listProcedures();

/** Procedures that ask for no permission, each with the reason why that is right. */
const WITHOUT_PERMISSION: Record<string, ProcedureMeta["permission"]> = {
  // The page must know whether it is to show the set-up form before anybody can sign in.
  "setup.status": "public",
  // The one-time token in its input is the permission.
  "setup.complete": "public",
  // Answers who is signed in; nobody is an answer too.
  "session.get": "public",
  // Any token may know which project it points at.
  "session.defaultScope": "signed-in",
};

it("finds the whole API", () => {
  expect(procedures.length).toBeGreaterThan(50);
});

it.each(procedures)("$path declares what comes out of it", ({ hasOutput, type }) => {
  // A subscription yields a stream, for which there is no schema; its generator's type is its declaration.
  if (type !== "subscription") expect(hasOutput).toBe(true);
});

it.each(procedures)("$path declares a permission of the table", ({ path, permission }) => {
  const expected = WITHOUT_PERMISSION[path];
  if (expected === undefined) expect(Object.keys(PERMISSIONS)).toContain(permission);
  else expect(permission).toBe(expected);
});
