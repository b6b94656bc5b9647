import { Agent, request } from "node:http";
import { sweepCreations } from "@assay/services";
import { expect, it } from "vitest";
import { z } from "zod";
import { useHouse } from "../support/house.ts";
import { answerOn, end, write } from "./lossy-client.ts";
import { RestClient } from "./rest-client.ts";

const open = useHouse();
const MadeRun = z.object({ run: z.object({ info: z.object({ run_id: z.string() }) }) });
const CREATE = "/api/2.0/mlflow/runs/create";

let sent = 0;
/** A body that no other test sends. */
function newBody(): string {
  sent += 1;
  return JSON.stringify({ experiment_id: "0", start_time: 1_790_000_000_000 + sent, run_name: `run ${sent}` });
}

const countRuns = async (body: string): Promise<number> =>
  (await open().sql("SELECT id FROM run WHERE name = $1", [JSON.parse(body).run_name])).length;

/** Sends over a connection of the agent's, which stays open. */
function send(agent: Agent, body: string, target = CREATE): Promise<string> {
  const headers = { authorization: `Bearer ${open().token}`, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const outgoing = request(open().url + target, { method: "POST", agent, headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => resolve(text));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

const live = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });
const idOf = (answer: string): string => MadeRun.parse(JSON.parse(answer)).run.info.run_id;

const sendByHand = (body: string, extra: readonly string[] = []) => write(open(), { target: CREATE, body, extra });

it("makes two runs of two clients that live and start in the same millisecond", async () => {
  const body = newBody();
  const clients = [live(), live(), live()];
  const ids = await Promise.all(clients.map(async (client) => idOf(await send(client, body))));
  expect(new Set(ids).size).toBe(3);
  // Another comes later, while those wait with their connections open.
  expect(ids).not.toContain(idOf(await send(live(), body)));
  expect(await countRuns(body)).toBe(4);
  for (const client of clients) client.destroy();
});

it("makes one run when the client hangs up before the answer and asks again at once", async () => {
  const bodies = Array.from({ length: 30 }, newBody);
  for (const body of bodies) {
    (await sendByHand(body)).destroy();
    const second = live();
    idOf(await send(second, body));
    second.destroy();
  }
  expect(await Promise.all(bodies.map(countRuns))).toEqual(bodies.map(() => 1));
});

it("makes one run when the connection ends after the answer without another request", async () => {
  const body = newBody();
  const first = await sendByHand(body);
  const id = idOf(await answerOn(first));
  await end(first);
  const second = live();
  expect(idOf(await send(second, body))).toBe(id);
  // The second was answered, over a connection that lives.
  expect(idOf(await send(live(), body))).not.toBe(id);
  second.destroy();
});

it.each([
  ["asked for the connection to be closed", async () => {}, ["Connection: close"]],
  [
    "wrote to the run by another door",
    (id: string) => open().sql("UPDATE run SET name = name || '!' WHERE id = $1", [id]),
    [],
  ],
  [
    "read the run on another connection",
    (id: string) =>
      open()
        .fetch(`/api/2.0/mlflow/runs/get?run_id=${id}`)
        .then((answer) => answer.text()),
    [],
  ],
  [
    "tagged the run on another connection",
    (id: string) =>
      new RestClient(open()).post(z.strictObject({}), "runs/set-tag", { run_id: id, key: "k", value: "v" }),
    [],
  ],
])("makes two runs when the first client %s", async (_what, use: (id: string) => Promise<unknown>, extra: string[]) => {
  const body = JSON.stringify({ ...JSON.parse(newBody()), tags: [{ key: "any", value: "tag" }] });
  const first = await sendByHand(body, extra);
  const id = idOf(await answerOn(first));
  await use(id);
  await end(first);
  expect(idOf(await send(live(), body))).not.toBe(id);
});

it("makes two runs of requests that do not say when they start, or that come from two tokens", async () => {
  const house = open();
  const timeless = JSON.stringify({ experiment_id: "0", run_name: "timeless" });
  for (const body of [timeless, newBody()]) {
    const first = await sendByHand(body);
    const id = idOf(await answerOn(first));
    await end(first);
    const token = body === timeless ? house.token : await house.tokenOf(await house.person("eve", "editor"));
    const headers = { "content-type": "application/json" };
    const answer = await house.fetch(CREATE, { method: "POST", headers, body }, token);
    expect(idOf(await answer.text())).not.toBe(id);
  }
});

it("forgets requests that no client sends again", async () => {
  const house = open();
  const body = newBody();
  await send(live(), body);
  const known = () => house.sql("SELECT digest FROM creation_request");
  await sweepCreations({ ctx: house.context() });
  expect(await known()).not.toEqual([]);
  await house.sql("UPDATE creation_request SET created_at = now() - interval '21 minutes'");
  await sweepCreations({ ctx: house.context() });
  expect(await known()).toEqual([]);
});
