import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { root } from "../support/repository.ts";
import { importsOf, listRooms, readSources, withoutComments } from "../support/sources.ts";

interface Border {
  /** Rooms it may import. */
  rooms: readonly string[];
  /** Of those, the ones it may import types from and nothing else. */
  typeOnly?: readonly string[];
  /** Of those, the ones of which it may import these parts and nothing else. */
  parts?: Readonly<Record<string, readonly string[]>>;
  /** Outside packages and Node modules it must never import. */
  never: RegExp;
}

const NOTHING = /(?!)/;
const FRAMEWORKS = /^(@trpc\/|hono(\/|$)|next(\/|$)|react(-dom)?(\/|$)|next-auth(\/|$)|pg$|@prisma\/)/;
const DOORS_NEVER = /^(pg$|@prisma\/|next(\/|$)|react(-dom)?(\/|$))/;

/** The table of docs/ARCHITECTURE.md. A room that is not here may import nothing. */
const BORDERS: Record<string, Border> = {
  contract: { rooms: [], never: /^(?!\.|zod$)/ },
  domain: { rooms: ["contract"], never: /^(?!\.|@assay\/|node:crypto$|node:util$|node:zlib$)/ },
  db: { rooms: ["contract", "domain"], never: /^(@trpc\/|hono|next|react)/ },
  blobs: { rooms: ["contract", "domain"], never: FRAMEWORKS },
  jobs: { rooms: ["contract"], never: FRAMEWORKS },
  outbound: { rooms: [], never: FRAMEWORKS },
  services: { rooms: ["contract", "domain", "db", "blobs", "jobs", "outbound"], never: FRAMEWORKS },
  auth: { rooms: ["contract", "services"], never: /^(next(\/|$)|react(-dom)?(\/|$)|pg$|@prisma\/)/ },
  api: { rooms: ["contract", "domain", "services"], never: DOORS_NEVER },
  mlflow: { rooms: ["contract", "domain", "services"], never: DOORS_NEVER },
  // Of the store it sees only the reader of other programs' databases.
  importer: {
    rooms: ["contract", "domain", "db", "services"],
    parts: { db: ["@assay/db/foreign"] },
    never: DOORS_NEVER,
  },
  prometheus: { rooms: ["contract"], never: DOORS_NEVER },
  ui: { rooms: ["contract"], never: /^(@trpc\/|@tanstack\/react-query|next(\/|$)|pg$|@prisma\/|hono)/ },
  sdk: { rooms: ["contract", "api"], typeOnly: ["api"], never: DOORS_NEVER },
  web: { rooms: ["contract", "domain", "ui", "api"], never: /^(pg$|pg-boss$|@prisma\/|hono)/ },
  server: {
    rooms: ["contract", "domain", "db", "blobs", "jobs", "outbound", "services", "auth", "api", "mlflow", "prometheus"],
    never: /^(react|pg$|@prisma\/)/,
  },
  worker: {
    rooms: ["contract", "domain", "db", "blobs", "jobs", "outbound", "services", "prometheus"],
    never: /^(react|next|pg$|@prisma\/)/,
  },
};

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

const rooms = listRooms().map(({ name, folder }) => {
  const manifest = Manifest.parse(JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8")));
  const sources = readSources([`${folder}/src`], [".ts", ".tsx"]);
  return { name, manifest, sources, border: BORDERS[name] ?? { rooms: [], never: NOTHING } };
});

/** What a unit test beside its source may use on top. */
const isTestTool = (file: string, from: string): boolean =>
  /\.test\.tsx?$/.test(file) && /^(vitest|fast-check)$/.test(from);

const roomOf = (from: string): string | undefined => /^@assay\/([\w-]+)/.exec(from)?.[1];

it("knows every room", () => {
  expect(rooms.map(({ name }) => name).sort()).toEqual(Object.keys(BORDERS).sort());
});

it.each(rooms)("$name imports from the rooms it may and from no other", ({ border, sources }) => {
  const strangers = sources.flatMap(({ path: file, text }) =>
    importsOf(text)
      .filter(({ from, isTypeOnly }) => {
        const room = roomOf(from);
        if (room === undefined) return border.never.test(from) && !isTestTool(file, from);
        const isOtherPart = border.parts?.[room]?.includes(from) === false;
        return !border.rooms.includes(room) || isOtherPart || (border.typeOnly?.includes(room) === true && !isTypeOnly);
      })
      .map(({ from }) => `${file} imports ${from}`),
  );
  expect(strangers).toEqual([]);
});

it.each(rooms)("$name declares dependencies on rooms it may import only", ({ border, manifest }) => {
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).flatMap(
    (from) => roomOf(from) ?? [],
  );
  expect(declared.filter((room) => !border.rooms.includes(room))).toEqual([]);
  const atRunTime = Object.keys(manifest.dependencies).flatMap((from) => roomOf(from) ?? []);
  expect(atRunTime.filter((room) => border.typeOnly?.includes(room))).toEqual([]);
});

it.each(rooms)("$name reaches other rooms by their name and not by a path", ({ sources }) => {
  const escapes = sources.flatMap(({ path: file, text }) => {
    const room = file.split("/").slice(0, 2).join("/");
    return importsOf(text)
      .filter(({ from }) => from.startsWith("."))
      .filter(({ from }) => !path.posix.join(path.posix.dirname(file), from).startsWith(`${room}/`))
      .map(({ from }) => `${file} imports ${from}`);
  });
  expect(escapes).toEqual([]);
});

it.each(["domain", "services", "contract"])("%s takes time, chance and settings from its caller", (name) => {
  const room = rooms.find((one) => one.name === name);
  const impure = (room?.sources ?? [])
    // The clock and the random ids that apps hand to the verbs.
    .filter(({ path: file }) => !file.startsWith("packages/services/src/system/") && !/\.test\.ts$/.test(file))
    .filter(({ text }) => /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b/.test(withoutComments(text)))
    .map(({ path: file }) => file);
  expect(impure).toEqual([]);
});
