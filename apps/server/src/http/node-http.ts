import { IncomingMessage, ServerResponse } from "node:http";
import type { Context } from "hono";

/** Node's own request, which the Node server hands on beside the platform's. */
export function incomingOf(c: Context): IncomingMessage {
  const { incoming } = Object(c.env);
  if (incoming instanceof IncomingMessage) return incoming;
  throw new Error("this app is served by Node's HTTP server only");
}

/** The same of the response. */
export function outgoingOf(c: Context): ServerResponse {
  const { outgoing } = Object(c.env);
  if (outgoing instanceof ServerResponse) return outgoing;
  throw new Error("this app is served by Node's HTTP server only");
}
