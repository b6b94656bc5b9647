import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { useHouse } from "../support/house.ts";
import { startMlflowServer } from "../support/mlflow-server.ts";
import { outboundToTests } from "../support/webhook-receiver.ts";
import { itWithPython } from "./python-client.ts";

const open = useHouse({ outbound: outboundToTests });

type Step = [method: string, tail: string, body?: unknown];

const CREATED = [{ entity: "REGISTERED_MODEL", action: "CREATED" }];

/** Requests that both servers get, one after the other. `HOOK` is the receiver's URL, `ID` the id of the first webhook. */
const STEPS: Step[] = [
  ["GET", ""],
  ["POST", "", { name: "a", url: "HOOK", events: CREATED }],
  ["GET", "/ID"],
  ["GET", "/ID/"],
  ["GET", ""],
  ["GET", "?max_results=1"],
  ["GET", "?max_results=0"],
  ["GET", "?max_results=1001"],
  ["GET", "?max_results=-1"],
  ["GET", "?max_results=x"],
  ["POST", "", {}],
  ["POST", "", { name: "a", url: "HOOK" }],
  ["POST", "", { name: "a", url: "HOOK", events: [] }],
  ["POST", "", { name: "a", events: CREATED }],
  ["POST", "", { url: "HOOK", events: CREATED }],
  ["POST", "", { name: "", url: "HOOK", events: CREATED }],
  ["POST", "", { name: 5, url: "HOOK", events: CREATED }],
  ["POST", "", { name: "-a", url: "HOOK", events: CREATED }],
  ["POST", "", { name: "a b", url: "HOOK", events: CREATED }],
  ["POST", "", { name: "a".repeat(64), url: "HOOK", events: CREATED }],
  ["POST", "", { name: "a", url: "", events: CREATED }],
  ["POST", "", { name: "a", url: " ", events: CREATED }],
  ["POST", "", { name: "a", url: "ftp://example.com/", events: CREATED }],
  ["POST", "", { name: "a", url: "nothing", events: CREATED }],
  ["POST", "", { name: "a", url: "http:///x", events: CREATED }],
  ["POST", "", { name: "a", url: "HOOK", events: [{ entity: "REGISTERED_MODEL", action: "SET" }] }],
  ["POST", "", { name: "a", url: "HOOK", events: [{ entity: "MODEL_VERSION_TAG", action: "CREATED" }] }],
  ["POST", "", { name: "a", url: "HOOK", events: [{ entity: "NOTHING", action: "CREATED" }] }],
  ["POST", "", { name: "a", url: "HOOK", events: [{ entity: 1, action: 1 }] }],
  ["POST", "", { name: "b", url: "HOOK", events: CREATED, status: "DISABLED", description: "d", secret: "s" }],
  ["POST", "", { name: "b", url: "HOOK", events: CREATED, status: "PAUSED" }],
  ["POST", "", { name: "b", url: "HOOK", events: CREATED, status: 2, unknown: true }],
  ["PATCH", "/ID", {}],
  ["PATCH", "/ID", { name: "renamed" }],
  ["PATCH", "/ID", { name: "" }],
  ["PATCH", "/ID", { name: "-" }],
  ["PATCH", "/ID", { url: "gopher://example.com/" }],
  ["PATCH", "/ID", { description: "said" }],
  ["PATCH", "/ID", { description: "" }],
  ["PATCH", "/ID", { events: [{ entity: "PROMPT", action: "CREATED" }] }],
  ["PATCH", "/ID", { events: [] }],
  ["PATCH", "/ID", { status: "DISABLED" }],
  ["PATCH", "/ID", { status: "ACTIVE", secret: "t" }],
  ["POST", "/ID/test", {}],
  ["POST", "/ID/test", { event: { entity: "MODEL_VERSION", action: "CREATED" } }],
  ["POST", "/ID/test", { event: { entity: "MODEL_VERSION", action: "DELETED" } }],
  ["DELETE", "/ID", {}],
  ["DELETE", "/ID", {}],
  ["GET", "/ID"],
  ["PATCH", "/ID", { name: "x" }],
  ["POST", "/ID/test", { event: CREATED[0] }],
  ["GET", "/never"],
];

/** Where we answer otherwise, and why. */
const OTHERWISE: Record<string, string> = {
  "GET /ID/": "no route there either; ours says so in JSON",
  'POST  {"name":"a","url":"HOOK","events":[{"entity":"NOTHING","action":"CREATED"}]}': "theirs fails with 500",
  [`POST  {"name":"b","url":"HOOK","events":${JSON.stringify(CREATED)},"status":"PAUSED"}`]:
    "theirs drops a status that it does not know and makes the webhook active",
  [`POST  {"name":"a","url":" ","events":${JSON.stringify(CREATED)}}`]:
    "ours does not repeat the URL, which is often secret",
  [`POST  {"name":"a","url":"http:///x","events":${JSON.stringify(CREATED)}}`]: "the same",
  "POST /ID/test {}": "no body of an answer is shown",
  'POST /ID/test {"event":{"entity":"MODEL_VERSION","action":"CREATED"}}': "the same",
};

/** Far less than the test has, so that the servers are stopped whatever happens. */
const LONGEST_MS = 20_000;

interface Answered {
  status: number;
  body: unknown;
}

async function replay(send: (tail: string, init: RequestInit) => Promise<Response>, hook: string): Promise<Answered[]> {
  let id = "unknown";
  const answers: Answered[] = [];
  for (const [method, tail, body] of STEPS) {
    const text = body === undefined ? undefined : JSON.stringify(body).replaceAll("HOOK", hook);
    const headers = { "content-type": "application/json" };
    const init = {
      method,
      headers,
      signal: AbortSignal.timeout(LONGEST_MS),
      ...(text === undefined ? {} : { body: text }),
    };
    const response = await send(tail.replace("ID", id), init);
    const answer = await response.text();
    id = id === "unknown" ? (/"webhook_id": *"([^"]+)"/.exec(answer)?.[1] ?? id) : id;
    answers.push({ status: response.status, body: plain(answer.replaceAll(id, "ID").replaceAll(hook, "HOOK")) });
  }
  return answers;
}

/** An answer without what differs from server to server. */
function plain(text: string): unknown {
  const even = text
    .replace(/"(creation|last_updated)_timestamp": *\d+/g, '"$1_timestamp": 0')
    .replace(/"webhook_id": *"[0-9a-f-]+"/g, '"webhook_id": "ID"')
    .replace(/"(sqlstate|error_class)": *"[^"]*",? */g, "")
    .replace(/,\s*}/g, "}")
    .replace(/supplied[.:] +/g, "supplied. ")
    .replace(/"next_page_token": *"[^"]+"/g, '"next_page_token": "TOKEN"');
  try {
    return JSON.parse(even);
  } catch {
    return even.slice(0, 60);
  }
}

itWithPython("the webhook routes answer as a real MLflow server does", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "assay-mlflow-"));
  const receiver = createServer((_request, response) => response.writeHead(200).end());
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const python = process.env.ASSAY_TEST_PYTHON ?? "python3";
  const env = { MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS: "true", MLFLOW_WEBHOOK_ALLOWED_SCHEMES: "https,http" };
  const backendStoreUri = `sqlite:///${path.join(dataDir, "mlflow.db")}`;
  const peer = await startMlflowServer({ python, backendStoreUri, dataDir, workers: 1, env });
  try {
    const token = await open().tokenOf(await open().person("Admin", "admin"), { scopes: ["admin"] });
    const base = "/api/2.0/mlflow/webhooks";
    const theirs = await replay((tail, init) => fetch(peer.url + base + tail, init), hook);
    const ours = await replay((tail, init) => open().fetch(base + tail, init, token), hook);
    const different = STEPS.flatMap(([method, tail, body], at) => {
      const name = `${method} ${tail} ${body === undefined ? "" : JSON.stringify(body)}`.trim();
      const isSame = JSON.stringify(sorted(theirs[at])) === JSON.stringify(sorted(ours[at]));
      return isSame ? [] : [{ name, theirs: theirs[at], ours: ours[at] }];
    });
    expect(different.filter(({ name }) => OTHERWISE[name] === undefined)).toEqual([]);
    expect(different.map(({ name }) => name).sort()).toEqual(Object.keys(OTHERWISE).sort());
  } finally {
    await peer.stop();
    receiver.closeAllConnections();
    receiver.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
