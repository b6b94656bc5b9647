import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const API = "/api/2.0/mlflow";
/** Of a server process that has ended: nobody holds its lock. */
const DEAD = "42";
let token = "";
let runId = "";
let bodies = 0;

beforeAll(async () => {
  token = await open().tokenOf(await open().person("Admin", "admin"), { scopes: ["admin"] });
  runId = Object(await call("POST", "runs/create", { experiment_id: "0" })).run.info.run_id;
  await put(`runs/${runId}/artifacts/model/MLmodel`);
  await call("POST", "registered-models/create", { name: "iris" });
});

async function call(method: string, route: string, body: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const answer = await open().fetch(`${API}/${route}`, { method, headers, body: JSON.stringify(body) }, token);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${route}: ${text}`);
  return JSON.parse(text);
}

async function put(file: string): Promise<void> {
  const target = `/api/2.0/mlflow-artifacts/artifacts/team/main/${file}`;
  const answer = await open().fetch(target, { method: "PUT", body: "flavors: {}" }, token);
  if (!answer.ok) throw new Error(await answer.text());
}

interface Kind {
  route: string;
  /** A body that no other request has. */
  body: (number: number) => object;
  idIn: (answer: unknown) => string;
  /** What somebody who has read the answer may do next. */
  touches: Record<string, (id: string) => Promise<unknown>>;
}

const tag = { key: "k", value: "v" };
const point = { key: "m", value: 1, timestamp: 1, step: 1 };
const events = [{ entity: "REGISTERED_MODEL", action: "CREATED" }];

const KINDS: Record<string, Kind> = {
  run: {
    route: "runs/create",
    body: (number) => ({ experiment_id: "0", start_time: 1_790_000_000_000 + number }),
    idIn: (answer) => Object(answer).run.info.run_id,
    touches: {
      "tagging it": (id) => call("POST", "runs/set-tag", { run_id: id, ...tag }),
      "logging to it": (id) => call("POST", "runs/log-metric", { run_id: id, ...point }),
      "ending it": (id) => call("POST", "runs/update", { run_id: id, status: "FINISHED" }),
    },
  },
  "logged model": {
    route: "logged-models",
    body: (number) => ({ experiment_id: "0", name: `model-${number}`, source_run_id: runId }),
    idIn: (answer) => Object(answer).model.info.model_id,
    touches: {
      "making it ready": (id) => call("PATCH", `logged-models/${id}`, { model_id: id, status: 2 }),
      "tagging it": (id) => call("PATCH", `logged-models/${id}/tags`, { tags: [tag] }),
      "putting a file": (id) => put(`models/${id}/artifacts/MLmodel`),
      "measuring it": (id) => call("POST", "runs/log-metric", { run_id: runId, model_id: id, ...point }),
      "naming it an output": (id) =>
        call("POST", "runs/outputs", { run_id: runId, models: [{ model_id: id, step: 1 }] }),
    },
  },
  "model version": {
    route: "model-versions/create",
    body: (number) => ({ name: "iris", source: `runs:/${runId}/model`, run_id: runId, description: `of ${number}` }),
    idIn: (answer) => Object(answer).model_version.version,
    touches: {
      "describing it": (version) => call("PATCH", "model-versions/update", { name: "iris", version, description: "x" }),
      "tagging it": (version) => call("POST", "model-versions/set-tag", { name: "iris", version, ...tag }),
      "pointing an alias at it": (version) =>
        call("POST", "registered-models/alias", { name: "iris", alias: "best", version }),
      "putting it into a stage": (version) =>
        call("POST", "model-versions/transition-stage", { name: "iris", version, stage: "Staging" }),
    },
  },
  webhook: {
    route: "webhooks",
    body: (number) => ({ name: `hook-${number}`, url: "https://93.184.216.34/", events }),
    idIn: (answer) => Object(answer).webhook.webhook_id,
    touches: { "changing it": (id) => call("PATCH", `webhooks/${id}`, { status: "DISABLED" }) },
  },
};

/** As if the server had been killed after it had made what these requests asked for. */
const loseServer = () => open().sql("UPDATE creation_request SET process_key = $1", [DEAD]);

/** Asks for one thing, again and again. */
function asking({ route, body, idIn }: Kind): () => Promise<string> {
  bodies += 1;
  const text = body(bodies);
  return async () => idIn(await call("POST", route, text));
}

it.each(Object.entries(KINDS))("finds the %s that a server made before it was killed, once", async (_kind, kind) => {
  const ask = asking(kind);
  const first = await ask();
  await loseServer();
  expect(await ask()).toBe(first);
  // This server lives, and its answer arrived.
  expect(await ask()).not.toBe(first);
});

const touched = Object.entries(KINDS).flatMap(([name, kind]) =>
  Object.entries(kind.touches).map(([what, touch]) => [name, what, kind, touch] as const),
);

it.each(touched)("makes another %s when somebody answered the first by %s", async (_name, _what, kind, touch) => {
  const ask = asking(kind);
  const first = await ask();
  await touch(first);
  await loseServer();
  expect(await ask()).not.toBe(first);
});
