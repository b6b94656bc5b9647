import path from "node:path";
import { expect } from "vitest";
import { useHouse } from "../support/house.ts";
import { outboundToTests } from "../support/webhook-receiver.ts";
import { itWithPython, runPython } from "./python-client.ts";

const open = useHouse({ hasWorker: true, outbound: outboundToTests });

// Older clients know nothing of webhooks.
itWithPython("the webhooks of MLflow's client, beside events that it has no words for", async () => {
  const house = open();
  const admin = await house.person("Admin", "admin");
  const { webhook } = house.caller(admin);
  const hook = { workspace: "team", project: "main", url: "https://93.184.216.34/" } as const;
  const own = await webhook.create({ ...hook, name: "own", events: ["run.finished"], isActive: false });
  const mixed = await webhook.create({
    ...hook,
    name: "mixed",
    events: ["run.finished", "registered_model.created"],
    isActive: false,
  });
  const env = { MLFLOW_TRACKING_TOKEN: await house.tokenOf(admin, { scopes: ["admin"] }) };
  expect(await runPython(house, path.join(import.meta.dirname, "python", "webhooks.py"), env)).toContain("ok");
  const eventsOf = async (webhookId: typeof own.id) =>
    (await webhook.get({ workspace: "team", project: "main", webhookId })).events;
  expect(await eventsOf(own.id)).toEqual(["run.finished"]);
  expect(await eventsOf(mixed.id)).toEqual(["model_version_tag.set", "run.finished"]);
});
