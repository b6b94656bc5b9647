import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { killHard, killServices, startWorkerProcess } from "../support/service-process.ts";
import { waitFor } from "../support/wait-for.ts";
import { outboundToTests, WebhookReceiver } from "../support/webhook-receiver.ts";

const open = useHouse({ outbound: outboundToTests });
const ENV = { ASSAY_WEBHOOK_ALLOW: "http://127.0.0.1" };
const SCOPE = { workspace: "team", project: "main" };
const ROUNDS = 8;
const PRODUCERS = 4;
const PER_ROUND = 40;

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await WebhookReceiver.open();
});
afterEach(killServices);
afterAll(() => receiver.close());

/** Makes registered models until told to stop; their names are what was acknowledged. */
class Producer {
  readonly acknowledged: string[] = [];
  private readonly done: Promise<void>;
  private isStopping = false;

  constructor(number: number) {
    this.done = this.produce(number);
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.done;
  }

  private async produce(number: number): Promise<void> {
    const { api } = open().client();
    for (let count = 0; !this.isStopping; count += 1) {
      const { name } = await api.model.create.mutate({ ...SCOPE, name: `model-${number}-${count}` });
      this.acknowledged.push(name);
    }
  }
}

it("tells of every acknowledged event, whoever dies on the way, under one id however often", async () => {
  const house = open();
  const owner = house.caller(await house.person("Owner", "maintainer"));
  const hook = await owner.webhook.create({
    ...SCOPE,
    name: "hook",
    url: receiver.url,
    events: ["registered_model.created"],
  });
  let worker = await startWorkerProcess(house, ENV);
  const producers = Array.from({ length: PRODUCERS }, (_, number) => new Producer(number));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const goal = receiver.received.length + PER_ROUND;
    await waitFor(() => receiver.received.length >= goal, { timeoutMs: 60_000 });
    // Received and not yet answered for: the worker cannot know, and neither can the next one.
    let isHeld = false;
    receiver.answer = () => {
      isHeld = true;
    };
    await waitFor(() => isHeld);
    await killHard(worker);
    receiver.acceptAll();
    worker = await startWorkerProcess(house, ENV);
  }
  await Promise.all(producers.map((producer) => producer.stop()));
  const acknowledged = producers.flatMap((producer) => producer.acknowledged);
  const pending = () => house.sql("select 1 from webhook_delivery where state <> 'delivered'");
  await waitFor(async () => (await pending()).length === 0, { timeoutMs: 120_000 });
  const idsByName = new Map<string, Set<string>>();
  for (const { id, body } of receiver.received) {
    const name = String(body.data.name);
    idsByName.set(name, (idsByName.get(name) ?? new Set()).add(id));
  }
  const repeats = receiver.received.length - idsByName.size;
  console.log(
    `webhooks, worker killed: ${ROUNDS} rounds, ${acknowledged.length} events acknowledged, ${idsByName.size} delivered, ${repeats} more than once`,
  );
  expect([...idsByName.keys()].sort()).toEqual(acknowledged.sort());
  expect([...idsByName.values()].filter((ids) => ids.size !== 1)).toEqual([]);
  expect(repeats).toBeGreaterThanOrEqual(ROUNDS / 2);
  const { items } = await owner.webhook.deliveries({ ...SCOPE, webhookId: hook.id, limit: 200 });
  expect(items.every(({ attempts }) => attempts.some(({ status }) => status === 204))).toBe(true);
  await killHard(worker);
}, 300_000);
