import { expect, it } from "vitest";
import { readSources, withoutComments } from "../support/sources.ts";

const SQL =
  /\b(select\s[^;]*?\bfrom\s+[a-z_$]|select\s+[\w.]+\(|insert\s+into\s|update\s+[a-z_]+\s+set\s|delete\s+from\s|(create|alter|drop)\s+(table|index|database|schema|extension|function)\s|truncate\s+table)/i;

/** SQL lives in the cellar only. */
const CELLAR = [
  "packages/db/src/sql/",
  // Brings up a PostgreSQL and its database before anything of the product exists.
  "packages/db/src/embedded/",
  // Reads the migration history and the server's version, before the product's tables exist.
  "packages/db/src/migrate/",
];

const literals = (text: string): string[] =>
  withoutComments(text).match(/`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"/g) ?? [];

const sources = readSources(["packages", "apps"], [".ts", ".tsx"]).filter(({ path }) => !/\.test\.tsx?$/.test(path));

it("recognises SQL where it is", () => {
  const cellar = sources.filter(({ path }) => path.startsWith("packages/db/src/sql/"));
  const found = cellar.filter(({ text }) => literals(text).some((literal) => SQL.test(literal)));
  expect(found.length).toBeGreaterThan(20);
});

it("keeps SQL text in packages/db/src/sql", () => {
  const outside = sources
    .filter(({ path }) => !CELLAR.some((folder) => path.startsWith(folder)))
    .filter(({ text }) => literals(text).some((literal) => SQL.test(literal)))
    .map(({ path }) => path);
  expect(outside).toEqual([]);
});

it("gives every prepared statement a name of its own", () => {
  const names = sources
    .filter(({ path }) => path.startsWith("packages/db/src/sql/"))
    .flatMap(({ text }) => [...text.matchAll(/name: "([^"]+)"/g)].map(([, name]) => name));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it("asks Prisma for single rows with findFirst: concurrent findUnique calls are batched and lose rows", () => {
  const batched = sources.filter(({ text }) => /\.findUnique(OrThrow)?\(/.test(text)).map(({ path }) => path);
  expect(batched).toEqual([]);
});
