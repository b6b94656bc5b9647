import { expect, it } from "vitest";
import { AssayError } from "./assay-error.ts";
import { type LineBatch, LogBuffer } from "./log-buffer.ts";

const line = (text: string) => ({ timeMs: 0, stream: "stdout" as const, text });

/** A server as far as numbering goes, whose answers may get lost. */
function lossyServer(outcomes: ("stored" | "answer lost" | "away")[]) {
  const next = new Map<string, number>();
  const stored: string[] = [];
  const send = async ({ writer, firstLine, lines }: LineBatch): Promise<void> => {
    const outcome = outcomes.shift() ?? "stored";
    if (outcome === "away") throw new AssayError("OFFLINE", "away");
    const expected = next.get(writer) ?? 0;
    if (firstLine > expected) throw new AssayError("SEQUENCE_GAP", "gap");
    const fresh = lines.slice(expected - firstLine);
    stored.push(...fresh.map(({ text }) => text));
    next.set(writer, expected + fresh.length);
    if (outcome === "answer lost") throw new AssayError("OFFLINE", "lost");
  };
  return { send, stored, forget: () => next.clear() };
}

it("stores every line once and in order when answers are lost and the server is away", async () => {
  const server = lossyServer(["answer lost", "away", "stored"]);
  const buffer = new LogBuffer({ send: server.send, onError: () => expect.unreachable() });
  for (const text of ["a", "b", "c"]) buffer.add(line(text));
  expect(await buffer.flush(20_000)).toBe(true);
  buffer.add(line("d"));
  expect(await buffer.flush(20_000)).toBe(true);
  expect(server.stored).toEqual(["a", "b", "c", "d"]);
});

it("goes on as another writer when the server no longer knows this one", async () => {
  const server = lossyServer([]);
  const buffer = new LogBuffer({ send: server.send, onError: () => expect.unreachable() });
  buffer.add(line("a"));
  await buffer.flush(5_000);
  server.forget();
  buffer.add(line("b"));
  expect(await buffer.flush(5_000)).toBe(true);
  expect(server.stored).toEqual(["a", "b"]);
});

it("tells of lines that the server refuses and goes on with the next", async () => {
  const errors: string[] = [];
  const refuse = async ({ lines }: LineBatch): Promise<void> => {
    if (lines.some(({ text }) => text === "bad")) throw new AssayError("INVALID_INPUT", "refused");
  };
  const buffer = new LogBuffer({ send: refuse, onError: (error) => errors.push(error.message) });
  buffer.add(line("bad"));
  expect(await buffer.flush(5_000)).toBe(true);
  expect(errors).toEqual(["refused"]);
});

it("says after a while that lines are left when the server stays away", async () => {
  const send = (): Promise<void> => Promise.reject(new AssayError("OFFLINE", "away"));
  const buffer = new LogBuffer({ send, onError: () => undefined });
  buffer.add(line("a"));
  expect(await buffer.flush(50)).toBe(false);
});
