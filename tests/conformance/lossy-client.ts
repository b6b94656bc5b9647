import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { TestHouse } from "../support/house.ts";

export interface RawRequest {
  method?: string;
  target: string;
  body: string;
  token?: string;
  /** More lines of the head. */
  extra?: readonly string[];
}

/** Sends a request over a connection of its own and does not wait for the answer. */
export async function write(house: TestHouse, request: RawRequest): Promise<Socket> {
  const { method = "POST", target, body, token = house.token, extra = [] } = request;
  const { host, port } = new URL(house.url);
  const socket = connect(Number(port), "127.0.0.1");
  await once(socket, "connect");
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${token}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...extra,
  ];
  socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
  return socket;
}

/** The body of the answer on a connection. */
export async function answerOn(socket: Socket): Promise<string> {
  let text = "";
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    const [head = "", body] = text.split("\r\n\r\n");
    if (body !== undefined && Buffer.byteLength(body) >= Number(/content-length: (\d+)/i.exec(head)?.[1])) return body;
  }
  throw new Error(`the connection ended after ${text}`);
}

/** Ends a connection in order. */
export async function end(socket: Socket): Promise<void> {
  socket.end();
  await once(socket, "close");
}

/** Sends a request as a client does whose network breaks before the answer arrives; tells what it does not know. */
export async function sendAndLose(house: TestHouse, request: RawRequest): Promise<string> {
  const socket = await write(house, request);
  const answer = await answerOn(socket);
  await end(socket);
  return answer;
}
