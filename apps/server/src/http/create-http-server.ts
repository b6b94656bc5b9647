import { createServer, type IncomingMessage, type Server } from "node:http";

/** A request that brings nothing for so long has been left by whoever sent it. */
const STALLED_AFTER_MS = 300_000;

/**
 * A server that waits for a request's body as long as it goes on coming: a large file over a slow line takes hours, and
 * Node would give all of it five minutes. One that brings nothing for `stalledAfterMs` has its connection closed. An
 * answer may take as long as it takes.
 */
export function createHttpServer(stalledAfterMs = STALLED_AFTER_MS): Server {
  const server = createServer({ requestTimeout: 0 });
  server.on("request", (request, response) => {
    if (!hasBody(request)) return;
    request.setTimeout(stalledAfterMs, cut);
    // Node tells the request while it is not whole, the answer always, and closes the connection if nobody listens.
    response.on("timeout", keep);
  });
  return server;
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

function cut(this: IncomingMessage): void {
  this.destroy();
}

const keep = (): void => undefined;
