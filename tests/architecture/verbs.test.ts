import { expect, it } from "vitest";
import { readSources, withoutComments } from "../support/sources.ts";

const FOLDER = "packages/services/src/";
const sources = readSources([FOLDER], [".ts"])
  .filter(({ path }) => !path.endsWith(".test.ts") && !path.endsWith("/index.ts"))
  .map(({ path, text }) => ({ path: path.slice(FOLDER.length), text: withoutComments(text) }));

interface ServiceFunction {
  path: string;
  name: string;
  isExported: boolean;
  text: string;
}

/** Top-level functions with their text, which ends at the first line that holds nothing but a closing brace. */
const functions: ServiceFunction[] = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/^(export )?(?:async )?function (\w+)[\s\S]*?^}$/gm)].map(([whole, exported, name = ""]) => ({
    path,
    name,
    isExported: exported !== undefined,
    text: whole,
  })),
);

const calls = (text: string, name: string): boolean =>
  new RegExp(`\\b${name}\\(`).test(text.replace(/^.*function \w+/, ""));

/** Names of the functions that call one of `seeds`, themselves or through others. */
function reaching(seeds: readonly string[]): Set<string> {
  const reached = new Set(seeds);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { name, text } of functions) {
      if ([...reached].some((target) => calls(text, target))) reached.add(name);
    }
  }
  return reached;
}

const asking = reaching(["requirePermission"]);
const auditing = reaching(["audit"]);

/** Verbs that open a transaction without asking permission, each with the reason. */
const UNASKED: Record<string, string> = {
  "setup/complete-setup.ts": "nobody has a role yet; the one-time token is the permission",
  "setup/open-house.ts": "the product's own first start, which no door calls",
};

const transactional = sources.filter(({ path, text }) => path !== "access/transaction.ts" && calls(text, "withTx"));

it("finds the verbs that change things", () => {
  expect(transactional.length).toBeGreaterThan(15);
});

it.each(transactional)("$path asks permission before its transaction and writes audit inside it", ({ path, text }) => {
  if (UNASKED[path] === undefined) expect(text).toContain("requirePermission(");
  const own = functions.filter((one) => one.path === path && calls(one.text, "withTx"));
  expect(own.map(({ name }) => name).filter((name) => !auditing.has(name))).toEqual([]);
});

/** How a workspace or project context comes about: they decide who sees it, so they cannot ask it first. */
const ENTRANCES = new Set(["enterProjectById", "enterProjectBySlug"]);

const verbs = functions.filter(
  ({ isExported, text }) => isExported && /^[^)]*\{\s*ctx\b[^)]*(WorkspaceContext|ProjectContext)/.test(text),
);

it("finds the verbs that work in a workspace or project", () => {
  expect(verbs.length).toBeGreaterThan(50);
});

it.each(verbs)("$name asks for a permission", ({ name }) => {
  if (!ENTRANCES.has(name)) expect(asking).toContain(name);
});

it.each(verbs.filter(({ text }) => text.includes("requirePermission(")))(
  "$name asks before it does anything else",
  ({ text }) => {
    const body = text.slice(text.search(/\)[^)]*\{\n/));
    expect(body).toMatch(/^\)[^\n]*\{\n\s*requirePermission\(/);
  },
);

it("lets doors call nothing in a workspace or project but verbs", async () => {
  const exported = Object.keys(await import("@assay/services"));
  const helpers = functions.filter(({ text }) => /^[^{]*\([^{)]*: (WorkspaceContext|ProjectContext)/.test(text));
  expect(helpers.length).toBeGreaterThan(3);
  const reachable = helpers.map(({ name }) => name).filter((name) => exported.includes(name));
  // Which is the asking itself.
  expect(reachable).toEqual(["requirePermission"]);
});
