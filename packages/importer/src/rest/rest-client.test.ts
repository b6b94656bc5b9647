import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { RefusedError, RestClient } from "./rest-client.ts";
import { openRestSource } from "./rest-source.ts";

/** What the server answers, one after the other: a status with headers, or a connection that breaks. */
let answers: { status: number; headers?: Record<string, string> }[] = [];
let asked: IncomingMessage[] = [];
let pauses: number[] = [];
let server: Server;

beforeEach(async () => {
  answers = [];
  asked = [];
  pauses = [];
  server = createServer((request, response) => {
    asked.push(request);
    const { status, headers = {} } = answers.shift() ?? { status: 200 };
    if (status === 0) request.socket.destroy();
    else response.writeHead(status, { "content-type": "application/json", ...headers }).end('{"answer":1}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => server.close());

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const client = (options: { authorization?: string; workspace?: string } = {}): RestClient =>
  new RestClient({ url: `${address()}/mlflow/`, ...options, pause: async (milliseconds) => pauses.push(milliseconds) });

it("asks again, with growing pauses, while a server is in trouble, and as long as it says", async () => {
  answers = [{ status: 503 }, { status: 0 }, { status: 429, headers: { "retry-after": "7" } }];
  expect(await client().get("/x", { a: "1 2" })).toEqual({ answer: 1 });
  expect(pauses).toEqual([250, 500, 7_000]);
  expect(asked.at(-1)?.url).toBe("/mlflow/x?a=1+2");
});

it("gives up in the end, and not as if the thing were missing", async () => {
  answers = Array.from({ length: 9 }, () => ({ status: 500 }));
  const failure = client().get("/x", {});
  await expect(failure).rejects.toThrow("/x answered 500");
  await expect(failure).rejects.not.toBeInstanceOf(RefusedError);
  expect(asked).toHaveLength(6);
});

it("tells what is refused for good from who may not ask at all", async () => {
  answers = [{ status: 404 }, { status: 401 }];
  await expect(client().get("/x", {})).rejects.toBeInstanceOf(RefusedError);
  await expect(client().get("/x", {})).rejects.not.toBeInstanceOf(RefusedError);
  expect(pauses).toEqual([]);
});

it("follows no redirection, but says where to", async () => {
  answers = [{ status: 308, headers: { location: "https://elsewhere/x" } }];
  await expect(client().get("/x", {})).rejects.toThrow("/x is at https://elsewhere/x: name that address");
});

it("shows who asks, and of which workspace", async () => {
  await client({ authorization: "Bearer secret", workspace: "vision" }).post("/x", {});
  expect(asked[0]?.headers).toMatchObject({ authorization: "Bearer secret", "x-mlflow-workspace": "vision" });
});

it("is named without a password", () => {
  expect(openRestSource({ url: "https://me:secret@mlflow.example/base/" }).name).toBe("https://mlflow.example/base");
});
