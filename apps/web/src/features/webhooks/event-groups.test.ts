import { WEBHOOK_EVENTS } from "@assay/contract";
import { expect, it } from "vitest";
import { EVENT_GROUPS } from "./event-groups.ts";

it("offers every event there is, once", () => {
  const offered = EVENT_GROUPS.flatMap(({ events }) => events.map(({ event }) => event));
  expect([...offered].sort()).toEqual([...WEBHOOK_EVENTS].sort());
});
