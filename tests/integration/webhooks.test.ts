import type { UserActor, Webhook, WebhookEvent } from "@assay/contract";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { waitFor } from "../support/wait-for.ts";
import { outboundToTests, signatureOf, WebhookReceiver } from "../support/webhook-receiver.ts";

const open = useHouse({ hasWorker: true, outbound: outboundToTests });
const SCOPE = { workspace: "team", project: "main" };
const SECRET = "a secret, täglich";

let receiver: WebhookReceiver;
let owner: UserActor;

beforeAll(async () => {
  receiver = await WebhookReceiver.open();
  owner = await open().person("Owner", "maintainer");
});
afterEach(async () => {
  receiver.acceptAll();
  receiver.received.splice(0);
  await open().sql("delete from webhook");
});
afterAll(() => receiver.close());

const api = () => open().caller(owner).webhook;

function subscribe(
  events: WebhookEvent[],
  more: { name?: string; secret?: string; url?: string } = {},
): Promise<Webhook> {
  return api().create({ ...SCOPE, name: "hook", url: receiver.url, events, ...more });
}

const deliveriesOf = async ({ id }: Webhook) => (await api().deliveries({ ...SCOPE, webhookId: id })).items;

/** Calls the MLflow door, which can do to tags what ours cannot. */
async function mlflow(method: string, route: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const response = await open().fetch(`/api/2.0/mlflow/${route}`, { method, headers, body: JSON.stringify(body) });
  expect([route, response.status]).toEqual([route, 200]);
}

/** Lets the waiting attempts be made now. */
const hurry = () => open().sql("update pgboss.job set start_after = now() where name = 'webhook.deliver'");

it("tells of a run that began and ended, once each, signed as MLflow signs", async () => {
  const hook = await subscribe(["run.created", "run.finished"], { secret: SECRET });
  const run = await open().client().createRun({ name: "told", source: {} });
  await run.finish("failed");
  await run.finish("failed");
  await waitFor(() => receiver.of("run.finished").length > 0 && receiver.of("run.created").length > 0);
  expect(await deliveriesOf(hook)).toHaveLength(2);
  const [created] = receiver.of("run.created");
  const [finished] = receiver.of("run.finished");
  if (created === undefined || finished === undefined) throw new Error("nothing came");
  expect(created.body).toMatchObject({
    workspace: "main",
    data: { run_id: run.id, run_name: "told", experiment_name: "Default", status: "running", end_time: null },
  });
  expect(finished.body.data).toMatchObject({ run_id: run.id, status: "failed", path: `/team/main/runs/${run.id}` });
  expect(finished.headers["x-mlflow-signature"]).toBe(signatureOf(finished, SECRET));
  expect(finished.headers["content-type"]).toBe("application/json");
  expect(finished.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  expect(finished.body.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/);
});

it("sends no signature where there is no secret", async () => {
  await subscribe(["experiment.created"]);
  await open()
    .client()
    .api.experiment.create.mutate({ ...SCOPE, name: "unsigned" });
  const delivery = await waitFor(() => receiver.of("experiment.created")[0]);
  expect(delivery.headers["x-mlflow-signature"]).toBeUndefined();
  expect(delivery.body.data).toMatchObject({ name: "unsigned" });
});

it("tells of everything that happens in the registry under MLflow's names", async () => {
  await subscribe([
    "registered_model.created",
    "model_version.created",
    "model_version_tag.set",
    "model_version_tag.deleted",
    "model_version_alias.created",
    "model_version_alias.deleted",
  ]);
  const client = open().client();
  const run = await client.createRun({ source: {} });
  const logged = await run.logModel("m", { "m.txt": "m" });
  const version = await client.models.register("curve", logged);
  const named = { ...SCOPE, name: "curve" };
  await mlflow("POST", "model-versions/set-tag", { name: "curve", version: "1", key: "stage", value: "good" });
  await mlflow("DELETE", "model-versions/delete-tag", { name: "curve", version: "1", key: "stage" });
  await mlflow("POST", "registered-models/set-tag", { name: "curve", key: "team", value: "vision" });
  await client.api.alias.move.mutate({ ...named, version: 1, alias: "champion" });
  await client.api.alias.move.mutate({ ...named, version: 1, alias: "champion" });
  await client.api.alias.remove.mutate({ ...named, alias: "champion" });
  await waitFor(() => receiver.received.length === 6);
  const byEvent = Object.fromEntries(receiver.received.map(({ body }) => [`${body.entity}.${body.action}`, body.data]));
  expect(byEvent).toMatchObject({
    "registered_model.created": { name: "curve", tags: {}, description: "" },
    "model_version.created": {
      name: "curve",
      version: String(version.number),
      source: `models:/${logged.id}`,
      run_id: run.id,
      description: null,
    },
    "model_version_tag.set": { name: "curve", version: "1", key: "stage", value: "good" },
    "model_version_tag.deleted": { name: "curve", version: "1", key: "stage" },
    "model_version_alias.created": { name: "curve", alias: "champion", version: "1" },
    "model_version_alias.deleted": { name: "curve", alias: "champion" },
  });
});

it("tells of a model with MLflow's tag for prompts as of a prompt", async () => {
  await subscribe(["registered_model.created", "prompt.created", "prompt_tag.set", "prompt_tag.deleted"]);
  const { model } = open().client().api;
  const tags = { "mlflow.prompt.is_prompt": "true", _mlflow_prompt_type: "text", language: "de" };
  await model.create.mutate({ ...SCOPE, name: "greeting", tags });
  await mlflow("POST", "registered-models/set-tag", { name: "greeting", key: "tone", value: "warm" });
  await mlflow("DELETE", "registered-models/delete-tag", { name: "greeting", key: "tone" });
  await waitFor(() => receiver.received.length === 3);
  expect(receiver.of("prompt.created")[0]?.body.data).toEqual({
    name: "greeting",
    tags: { language: "de" },
    description: "",
  });
  expect(receiver.of("prompt_tag.set")[0]?.body.data).toEqual({ name: "greeting", key: "tone", value: "warm" });
  expect(receiver.of("prompt_tag.deleted")[0]?.body.data).toEqual({ name: "greeting", key: "tone" });
});

it("puts nothing down for an event that nobody wants, that is paused, or that was not committed", async () => {
  const hook = await subscribe(["registered_model.created"]);
  const { api: client } = open().client();
  await client.model.create.mutate({ ...SCOPE, name: "taken" });
  await waitFor(() => receiver.received.length === 1);
  const before = await open().sql("select id from outbox");
  await expect(client.model.create.mutate({ ...SCOPE, name: "taken" })).rejects.toThrow("already exists");
  await client.experiment.create.mutate({ ...SCOPE, name: "unwanted" });
  await api().update({ ...SCOPE, webhookId: hook.id, isActive: false });
  await client.model.create.mutate({ ...SCOPE, name: "while paused" });
  await open().project("elsewhere");
  await open().client({ project: "team/elsewhere" }).models.ensure("of another project");
  expect(await open().sql("select id from outbox")).toEqual(before);
});

it("tries again under the same id after silence, 408, 429 and 5xx, and keeps a record of each attempt", async () => {
  const hook = await subscribe(["run.created"], { secret: SECRET });
  const answers = [408, 500, 503];
  receiver.answer = (_delivery, response) => {
    const status = answers.shift();
    if (status === undefined) response.destroy();
    else response.writeHead(status).end("an answer nobody keeps");
  };
  await open().client().createRun({ source: {} });
  for (const attempts of [1, 2, 3, 4]) {
    await waitFor(async () => (await deliveriesOf(hook))[0]?.attempts.length === attempts);
    if (attempts === 4) receiver.acceptAll();
    await hurry();
  }
  const delivery = await waitFor(async () => (await deliveriesOf(hook)).find(({ state }) => state === "delivered"));
  expect(delivery.attempts.map(({ number, status }) => [number, status])).toEqual([
    [5, 204],
    [4, null],
    [3, 503],
    [2, 500],
    [1, 408],
  ]);
  expect(delivery.attempts[1]?.error).toBe("The connection was closed before an answer");
  expect(delivery).toMatchObject({ nextAttemptAtMs: null, attemptCount: 5 });
  expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set([delivery.id]));
  expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1);
  for (const one of receiver.received) expect(one.headers["x-mlflow-signature"]).toBe(signatureOf(one, SECRET));
  const kept = JSON.stringify(await open().sql("select * from webhook_attempt"));
  expect(kept).not.toContain("nobody keeps");
});

it("leaves a receiver alone for as long as it asks to be", async () => {
  const hook = await subscribe(["run.created"]);
  receiver.answer = (_delivery, response) => response.writeHead(429, { "retry-after": "3600" }).end();
  await open().client().createRun({ source: {} });
  const delivery = await waitFor(async () => (await deliveriesOf(hook)).find(({ attemptCount }) => attemptCount === 1));
  expect(delivery.state).toBe("pending");
  expect((delivery.nextAttemptAtMs ?? 0) - (delivery.attempts[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(3_600_000);
});

it("gives up at once where trying again cannot help, and after nine tries where it could", async () => {
  const hook = await subscribe(["run.created"]);
  receiver.answer = (_delivery, response) => response.writeHead(404).end();
  await open().client().createRun({ source: {} });
  await waitFor(async () => (await deliveriesOf(hook))[0]?.state === "failed");
  receiver.answer = (_delivery, response) => response.writeHead(500).end();
  await open().client().createRun({ source: {} });
  const delivery = await waitFor(
    async () => {
      await hurry();
      return (await deliveriesOf(hook)).find(({ state, attemptCount }) => state === "failed" && attemptCount > 1);
    },
    { timeoutMs: 25_000 },
  );
  expect(delivery.attemptCount).toBe(9);
});

it("follows no redirect", async () => {
  const hook = await subscribe(["run.created"]);
  receiver.answer = ({ path }, response) =>
    response.writeHead(path === "/hook" ? 307 : 200, { location: "/other" }).end();
  await open().client().createRun({ source: {} });
  const delivery = await waitFor(async () => (await deliveriesOf(hook)).find(({ state }) => state === "failed"));
  expect(delivery.attempts[0]).toMatchObject({ status: 307, error: "Redirects are not followed" });
  expect(receiver.received.map(({ path }) => path)).toEqual(["/hook"]);
});

it("sends a delivery once more when asked to, to where the webhook points by then", async () => {
  const hook = await subscribe(["run.created"], { url: receiver.url.replace("/hook", "/wrong") });
  receiver.answer = ({ path }, response) => response.writeHead(path === "/wrong" ? 410 : 200).end();
  await open().client().createRun({ source: {} });
  const failed = await waitFor(async () => (await deliveriesOf(hook)).find(({ state }) => state === "failed"));
  await api().update({ ...SCOPE, webhookId: hook.id, url: receiver.url });
  const key = { ...SCOPE, webhookId: hook.id, deliveryId: failed.id };
  await api().redeliver(key);
  await waitFor(async () => (await deliveriesOf(hook))[0]?.state === "delivered");
  expect(receiver.received.map(({ id, path }) => [id, path])).toEqual([
    [failed.id, "/wrong"],
    [failed.id, "/hook"],
  ]);
  await api().update({ ...SCOPE, webhookId: hook.id, isActive: false });
  await expect(api().redeliver(key)).rejects.toMatchObject({ code: "CONFLICT" });
});

it("holds up nobody else's deliveries while one receiver is slow", async () => {
  await subscribe(["run.created"], { url: receiver.url.replace("/hook", "/slow") });
  const waiting: (() => void)[] = [];
  receiver.answer = ({ path }, response) => {
    if (path === "/slow") waiting.push(() => response.writeHead(200).end());
    else response.writeHead(200).end();
  };
  const client = open().client();
  for (let count = 0; count < 8; count += 1) await client.createRun({ source: {} });
  await waitFor(() => waiting.length >= 2);
  await subscribe(["experiment.created"]);
  await client.api.experiment.create.mutate({ ...SCOPE, name: "quick" });
  await waitFor(() => receiver.of("experiment.created").length === 1);
  expect(waiting.length).toBe(2);
  receiver.acceptAll();
  for (const answer of waiting) answer();
  await waitFor(() => receiver.of("run.created").length === 8);
});

it("sends an example as a test, and shows no word of the answer", async () => {
  const hook = await subscribe(["model_version.created"], { secret: SECRET });
  receiver.answer = (_delivery, response) => response.writeHead(200).end("inner secrets");
  const good = await api().test({ ...SCOPE, webhookId: hook.id });
  expect(good).toEqual({ isSuccess: true, status: 200, error: null });
  const [delivery] = receiver.of("model_version.created");
  expect(delivery?.body.data).toMatchObject({ name: "example_model", version: "1" });
  expect(delivery?.headers["x-mlflow-signature"]).toBe(delivery && signatureOf(delivery, SECRET));
  receiver.answer = (_delivery, response) => response.writeHead(500).end("inner secrets");
  const bad = await api().test({ ...SCOPE, webhookId: hook.id, event: "run.finished" });
  expect(bad).toEqual({ isSuccess: false, status: 500, error: "The receiver answered 500" });
});

it("never shows a secret, and forgets it when told to", async () => {
  const hook = await subscribe(["run.created"], { secret: SECRET });
  expect(hook.hasSecret).toBe(true);
  const shown = [hook, await api().get({ ...SCOPE, webhookId: hook.id }), await api().list(SCOPE)];
  expect(JSON.stringify(shown)).not.toContain(SECRET);
  expect((await api().update({ ...SCOPE, webhookId: hook.id, name: "renamed" })).hasSecret).toBe(true);
  expect((await api().update({ ...SCOPE, webhookId: hook.id, secret: "" })).hasSecret).toBe(false);
  const audited = JSON.stringify(await open().sql("select action, details from audit_event"));
  expect(audited).toContain("webhook.update");
  expect(audited).not.toContain(SECRET);
  expect(audited).not.toContain("/hook");
});

it("makes the attempt whose job was lost, and forgets what is a month old", async () => {
  const hook = await subscribe(["run.created"]);
  receiver.answer = (_delivery, response) => response.writeHead(500).end();
  await open().client().createRun({ source: {} });
  await waitFor(async () => (await deliveriesOf(hook))[0]?.attemptCount === 1);
  await open().sql("delete from pgboss.job where name = 'webhook.deliver'");
  await open().sql("update webhook_delivery set next_attempt_at = now() - interval '1 hour'");
  receiver.acceptAll();
  const sweep = () => open().context().jobs.enqueue(open().server.house.db, "webhooks.sweep", {});
  await sweep();
  await waitFor(async () => (await deliveriesOf(hook))[0]?.state === "delivered");
  await open().sql("update outbox set created_at = now() - interval '31 days'");
  await sweep();
  await waitFor(async () => (await deliveriesOf(hook)).length === 0);
  expect(await open().sql("select 1 from outbox")).toEqual([]);
});

it("takes a deleted project's webhooks and events away with it", async () => {
  const { project } = open().caller(await open().person("Admin", "admin"));
  await open().project("doomed");
  const scope = { workspace: "team", project: "doomed" };
  await api().create({ ...scope, name: "hook", url: receiver.url, events: ["registered_model.created"] });
  await open().client({ project: "team/doomed" }).models.ensure("m");
  await waitFor(() => receiver.received.length === 1);
  await project.archive(scope);
  await project.delete({ ...scope, confirmName: "doomed" });
  await waitFor(async () => (await open().sql("select 1 from project where slug = 'doomed'")).length === 0);
  const left = await open().sql(
    "select 1 from webhook union all select 1 from outbox where project_id not in (select id from project)",
  );
  expect(left).toEqual([]);
});
