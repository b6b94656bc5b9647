import { once } from "node:events";
import type { RequestListener } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { createHttpServer } from "./create-http-server.ts";

const STALLED_AFTER_MS = 1_000;
const CHUNK = "2\r\nab\r\n";
const END = "0\r\n\r\n";

/** A connection to a server that answers by `listener`, over which the head of a request in chunks has been sent. */
async function begin(listener: RequestListener): Promise<Socket> {
  const server = createHttpServer(STALLED_AFTER_MS).on("request", listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const socket = connect(address.port, "127.0.0.1");
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  socket.write("PUT / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n");
  return socket;
}

it("waits for a body that keeps coming, however long all of it takes", async () => {
  const socket = await begin(async (request, response) => {
    response.end(await text(request));
  });
  for (let at = 0; at < 6; at += 1) {
    await delay(STALLED_AFTER_MS / 4);
    socket.write(CHUNK);
  }
  socket.write(END);
  expect(await text(socket)).toMatch(/\r\n\r\nabababababab$/);
});

it("sets no limit to the whole of a request, as Node would", () => {
  expect(createHttpServer().requestTimeout).toBe(0);
});

it("closes the connection of a body that stops coming, and lets whoever reads it know", async () => {
  const reading = Promise.withResolvers<unknown>();
  const socket = await begin((request) => {
    text(request).then(reading.resolve, reading.reject);
  });
  socket.write(CHUNK);
  await expect(reading.promise).rejects.toThrow();
  expect(await text(socket)).toBe("");
});

it("lets the answer to a whole request take longer than a request may bring nothing", async () => {
  const socket = await begin(async (request, response) => {
    const body = await text(request);
    await delay(STALLED_AFTER_MS * 1.5);
    response.end(body);
  });
  socket.write(CHUNK + END);
  expect(await text(socket)).toMatch(/\r\n\r\nab$/);
});
