import { PERMISSIONS } from "@assay/contract";
import { MLFLOW_ROUTES, PUBLIC_PATHS } from "@assay/mlflow";
import {
  ARTIFACT_ROUTES,
  createApiApp,
  EXPORT_ROUTES,
  INGEST_ROUTES,
  LOG_ROUTES,
  MONITORING_ROUTES,
  SERIES_ROUTES,
} from "@assay/server";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const plain = [...ARTIFACT_ROUTES, ...EXPORT_ROUTES, ...INGEST_ROUTES, ...LOG_ROUTES, ...SERIES_ROUTES];
const routes = [...plain, ...MLFLOW_ROUTES];

/** What the app registers besides the tables' routes, each with the reason why it needs no line in one. */
const BESIDES = new Set([
  // Figures for a machine with a token of its own, which is nobody's; without the token there is nothing.
  ...MONITORING_ROUTES.map(({ method, path }) => `${method} ${path}`),
  // Looks at the host name before anything else sees the request; answers nothing.
  "ALL /*",
  // Says that the process lives, and nothing about anybody's data.
  "GET /api/health",
  // Every procedure behind it declares its own permission; the one beside it only limits the body.
  "ALL /api/trpc/*",
]);

it.each(routes)("$method $path declares a permission of the table", ({ permission }) => {
  expect(Object.keys(PERMISSIONS)).toContain(permission);
});

it("lists no route twice", () => {
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it("serves no route that is in no table", () => {
  const { server, log } = open();
  const app = createApiApp({
    house: server.house,
    live: { async *subscribe() {} },
    actors: { secret: "x", isSecure: false, anonymous: () => open().context({ kind: "anonymous" }) },
    publicUrl: server.url,
    hosts: new Set(),
    metricsToken: undefined,
    log,
  });
  const registered = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));
  const tabled = plain.map(({ method, path }) => `${method} ${path}`);
  expect([...registered].filter((name) => !tabled.includes(name) && !BESIDES.has(name))).toEqual([]);
  expect(tabled.filter((name) => !registered.has(name))).toEqual([]);
});

const filled = (path: string): string =>
  path
    .replace(":workspace", "team")
    .replace(":project", "main")
    .replace(/:\w+|\{(\.\.\.)?\w+\}/g, "a".repeat(32))
    .replace("*", "file.txt");

it.each(routes)("$method $path refuses somebody without a token", async ({ method, path }) => {
  const response = await open().fetch(filled(path), { method }, null);
  expect(response.status).toBe(401);
});

it.each([...PUBLIC_PATHS, "/api/health"])("%s answers anybody", async (path) => {
  expect((await open().fetch(path, {}, null)).status).toBe(200);
});

it.each(MONITORING_ROUTES)("$method $path is nothing to somebody without its own token", async ({ method, path }) => {
  expect((await open().fetch(path, { method }, null)).status).toBe(404);
  expect((await open().fetch(path, { method })).status).toBe(404);
});
