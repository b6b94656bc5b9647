import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();

/** The server's connection that holds the lock of the server's key. */
async function holder(): Promise<number | undefined> {
  const { processKey } = open().server.house;
  const [row] = await open().sql<{ pid: number }>(
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted
      AND classid::int8 << 32 | objid::int8 = $1::int8`,
    [processKey],
  );
  return row?.pid;
}

it("shows again that a server lives after the connection that says so was cut", async () => {
  const house = open();
  const first = await holder();
  expect(first).toBeDefined();
  await house.sql("SELECT pg_terminate_backend($1)", [first]);
  // The connection is told to end and does so a moment later.
  await waitFor(async () => ![first, undefined].includes(await holder()));
  expect(house.log.takeErrors()).toHaveLength(1);
});
