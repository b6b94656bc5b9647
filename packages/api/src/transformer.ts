import { TRPCError } from "@trpc/server";
import superjson from "superjson";

/** superjson, except that an input with a key `__proto__`, which it drops without a word, is refused. */
export const transformer = {
  input: {
    serialize: superjson.serialize,
    deserialize(sent: Parameters<typeof superjson.deserialize>[0]): unknown {
      refusePrototypeKeys(sent);
      return superjson.deserialize(sent);
    },
  },
  output: superjson,
};

/** Without recursion: the input may be nested as deeply as its sender likes. */
function refusePrototypeKeys(sent: unknown): void {
  const waiting: unknown[] = [sent];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, "__proto__")) {
      throw new TRPCError({ code: "BAD_REQUEST", message: "A key must not be __proto__; choose another" });
    }
    for (const inner of Object.values(value)) if (typeof inner === "object") waiting.push(inner);
  }
}
