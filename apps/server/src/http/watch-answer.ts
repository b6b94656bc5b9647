import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { AnswerFate } from "@assay/mlflow";
import type { Context } from "hono";
import { incomingOf, outgoingOf } from "./node-http.ts";

interface Watch {
  fate: AnswerFate;
  /** What the connection had read when the answer was out: a further request makes it more. */
  bytesRead: number;
}

/** The last watched answer of each connection whose end is awaited. */
const answered = new WeakMap<Socket, Watch>();

/**
 * Says what became of the answer to a request. It is lost when the connection ends before all of it was handed over,
 * and when it ends then without another request: who asks again on a new connection did not read it. To be called
 * before the answer is begun.
 */
export function watchAnswer(c: Context, fate: AnswerFate): void {
  const incoming = incomingOf(c);
  const outgoing = outgoingOf(c);
  const { socket } = incoming;
  // The client hung up while its request was looked at: nothing tells of that again.
  if (outgoing.closed || socket.destroyed || socket.readableEnded) {
    fate.lost();
    return;
  }
  let hasHungUp = false;
  // Node closes such a connection, and tells of it some turns later: the same request may be here before that.
  const hangUp = (): void => {
    hasHungUp = true;
    fate.lost();
  };
  socket.once("end", hangUp);
  outgoing.once("close", () => {
    socket.off("end", hangUp);
    if (hasHungUp) return;
    if (!outgoing.writableFinished) fate.lost();
    else if (endsAnyway(incoming)) fate.delivered();
    else if (socket.destroyed) fate.lost();
    else awaitEnd(socket, { fate, bytesRead: socket.bytesRead });
  });
}

function awaitEnd(socket: Socket, watch: Watch): void {
  const before = answered.get(socket);
  answered.set(socket, watch);
  if (before !== undefined) {
    before.fate.delivered();
    return;
  }
  const decide = (): void => {
    const last = answered.get(socket);
    answered.delete(socket);
    if (last === undefined) return;
    if (socket.bytesRead > last.bytesRead) last.fate.delivered();
    else last.fate.lost();
  };
  socket.once("end", decide);
  socket.once("close", decide);
}

/** The client asked for a connection of one request: its end says nothing. */
function endsAnyway({ headers, httpVersion }: IncomingMessage): boolean {
  const connection = headers.connection?.toLowerCase() ?? "";
  return httpVersion === "1.0" ? !connection.includes("keep-alive") : /\bclose\b/.test(connection);
}
