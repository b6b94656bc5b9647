import { expect, it } from "vitest";
import { sqlTransaction } from "./sql-transaction.ts";

const look = { name: null, text: "look", changesNothing: true } as const;
const statement = (text: string) => ({ name: null, text });

/** A pool of one connection that notes what is sent and answers, or refuses, what `answer` says. */
function poolOf(answer: (text: string) => Promise<unknown>) {
  const sent: string[] = [];
  const released: boolean[] = [];
  const client = {
    query: (asked: string | { text: string }) => {
      const text = typeof asked === "string" ? asked : asked.text;
      sent.push(text);
      return answer(text).then(() => ({ rows: [] }));
    },
    release: (isBroken: boolean) => released.push(isBroken),
  };
  const pool = { connect: () => Promise.resolve(client) };
  return { pool, sent, released };
}

it("sends the first statement along with BEGIN, and the next ones in the order they are asked", async () => {
  const begun = Promise.withResolvers<void>();
  const { pool, sent, released } = poolOf((text) => (text === "BEGIN" ? begun.promise : Promise.resolve()));
  const done = sqlTransaction(pool, async (tx) => {
    await tx.query(look, []);
    expect(sent).toEqual(["BEGIN", "look"]);
    const both = Promise.all([tx.query(statement("write"), []), tx.query(statement("write more"), [])]);
    begun.resolve();
    await both;
    return "answer";
  });
  expect(await done).toBe("answer");
  expect(sent).toEqual(["BEGIN", "look", "write", "write more", "COMMIT"]);
  expect(released).toEqual([false]);
});

it("waits for the transaction to begin before a first statement that writes", async () => {
  const begun = Promise.withResolvers<void>();
  const { pool, sent } = poolOf((text) => (text === "BEGIN" ? begun.promise : Promise.resolve()));
  const done = sqlTransaction(pool, (tx) => tx.query(statement("write"), []));
  await new Promise(setImmediate);
  expect(sent).toEqual(["BEGIN"]);
  begun.resolve();
  await done;
  expect(sent).toEqual(["BEGIN", "write", "COMMIT"]);
});

it("sends nothing after the first statement when the transaction did not begin, and commits nothing", async () => {
  const { pool, sent, released } = poolOf((text) =>
    text === "BEGIN" ? Promise.reject(new Error("not begun")) : Promise.resolve(),
  );
  const writing = sqlTransaction(pool, async (tx) => {
    await tx.query(look, []);
    await tx.query(statement("write"), []);
  });
  await expect(writing).rejects.toThrow("not begun");
  const looking = sqlTransaction(pool, (tx) => tx.query(look, []));
  await expect(looking).rejects.toThrow("not begun");
  expect(sent).toEqual(["BEGIN", "look", "ROLLBACK", "BEGIN", "look", "ROLLBACK"]);
  expect(released).toEqual([false, false]);
});

it("gives up a connection that cannot even roll back", async () => {
  const { pool, sent, released } = poolOf((text) => Promise.reject(new Error(`${text} failed`)));
  await expect(sqlTransaction(pool, (tx) => tx.query(look, []))).rejects.toThrow("look failed");
  expect(sent).toEqual(["BEGIN", "look", "ROLLBACK"]);
  expect(released).toEqual([true]);
});
