import { MLFLOW_ROUTES } from "@assay/mlflow";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { useHouse } from "../support/house.ts";
import { READS } from "./reads.ts";
import { newWorld, type World } from "./world.ts";

const open = useHouse();
const API = "/api/2.0/mlflow";
let world: World;

const post = (route: string, body: object) =>
  open().fetch(`${API}/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  const admin = await open().tokenOf(await open().person("Admin", "admin"), { scopes: ["admin"] });
  world = await newWorld(open(), admin);
  const { runId, modelId, registered } = world;
  const file = `/api/2.0/mlflow-artifacts/artifacts/team/main/models/${modelId}/artifacts/MLmodel`;
  await open().fetch(file, { method: "PUT", body: "flavors: {}" });
  await post("runs/log-batch", {
    run_id: runId,
    metrics: [1, 2, 3].map((step) => ({ key: "loss", value: 1 / step, timestamp: step, step })),
    params: [{ key: "lr", value: "0.1" }],
  });
  await post("registered-models/alias", { name: registered, alias: "best", version: "1" });
});

const reading = MLFLOW_ROUTES.filter(({ isReading }) => isReading);

it("knows what to ask every route that reads", () => {
  const routes = reading.map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(READS).sort()).toEqual([...new Set(routes)].sort());
});

it.each(Object.entries(READS))("%s changes nothing, so that it may run twice", async (route, asks) => {
  const { at = {}, query = {}, body, status = 200 } = asks(world);
  const [method = "", path = ""] = route.split(" ");
  const target = path.replaceAll(/\{(?:\.\.\.)?(\w+)\}/g, (_all, name: string) => at[name] ?? "");
  const ask = () =>
    open().fetch(`${target}?${new URLSearchParams(query)}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const before = await everything();
  for (let time = 0; time < 2; time += 1) {
    const answer = await ask();
    expect([answer.status, await answer.text()]).toEqual([status, expect.any(String)]);
  }
  expect(await everything()).toEqual(before);
});

/**
 * A digest of each table. Left out is what only says the same otherwise: chunks and summaries of points, which a search
 * brings up to date, and when a token was last used.
 */
async function everything(): Promise<Record<string, string>> {
  const tables = await open().sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND table_name !~ '^(metric_|run_summary$)' ORDER BY table_name`,
  );
  const digests = tables.map(async ({ name }) => {
    const rows = await open().sql(
      `SELECT md5(coalesce(string_agg(row, ',' ORDER BY row), '')) AS digest
       FROM (SELECT (to_jsonb(t) - 'last_used_at')::text AS row FROM "${name}" t) rows`,
    );
    return [name, z.object({ digest: z.string() }).parse(rows[0]).digest] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}
