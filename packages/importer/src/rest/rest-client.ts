import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { UnreadableError } from "../files/file-reader.ts";

export interface RestOptions {
  /** The server's address, with whatever path it is under. */
  url: string;
  authorization?: string | undefined;
  /** A workspace of a server that has several. */
  workspace?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Waits between attempts; by the clock when left out. */
  pause?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 250;
/** Servers fetch a file from their bucket before they answer. */
const SILENT_MS = 300_000;
/** More at once would keep a server from its other clients: its connections to the database are few. */
const SOCKETS = { keepAlive: true, maxSockets: 8 };
const AGENTS = { http: new http.Agent(SOCKETS), https: new https.Agent(SOCKETS) };
const REPEATED = new Set([408, 425, 429, 500, 502, 503, 504]);

/** A request that the server refused for good. */
export class RefusedError extends UnreadableError {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Asks an MLflow server, again and with growing pauses when it does not answer or is overloaded. */
export class RestClient {
  readonly url: string;
  private readonly headers: Record<string, string>;
  private readonly signal: AbortSignal | undefined;
  private readonly pause: (milliseconds: number) => Promise<unknown>;

  constructor({ url, authorization, workspace, signal, pause = setTimeout }: RestOptions) {
    this.url = url.replace(/\/+$/, "");
    this.headers = {
      ...(authorization === undefined ? {} : { authorization }),
      ...(workspace === undefined ? {} : { "x-mlflow-workspace": workspace }),
    };
    this.signal = signal;
    this.pause = pause;
  }

  async get(path: string, query: Record<string, string>): Promise<unknown> {
    return JSON.parse(await text(await this.ask(withQuery(path, query))));
  }

  async post(path: string, body: object): Promise<unknown> {
    return JSON.parse(await text(await this.ask(path, JSON.stringify(body))));
  }

  /** The bytes at a path. */
  open(path: string, query: Record<string, string>): Promise<IncomingMessage> {
    return this.ask(withQuery(path, query));
  }

  private async ask(path: string, body?: string): Promise<IncomingMessage> {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === ATTEMPTS;
      const response = await this.send(path, body).catch((error: unknown) => {
        this.signal?.throwIfAborted();
        if (isLast) throw error;
        return null;
      });
      const status = response?.statusCode ?? 0;
      if (response !== null && status >= 200 && status < 300) return response;
      if (response !== null && (isLast || !REPEATED.has(status))) throw refused(path, response, await text(response));
      response?.resume();
      await this.pause(pauseMs(attempt, response?.headers["retry-after"]));
    }
  }

  /**
   * By Node's own client and not by `fetch`: that one ends the process when a server closes a connection whose answer
   * is read more slowly than it comes (undici's `assert(!this.paused)`, Node 24).
   */
  private send(path: string, body: string | undefined): Promise<IncomingMessage> {
    this.signal?.throwIfAborted();
    const url = new URL(this.url + path);
    const headers = { ...this.headers, ...(body === undefined ? {} : { "content-type": "application/json" }) };
    const options = {
      method: body === undefined ? "GET" : "POST",
      headers,
      agent: url.protocol === "https:" ? AGENTS.https : AGENTS.http,
      ...(this.signal === undefined ? {} : { signal: this.signal }),
    };
    return new Promise((resolve, reject) => {
      const request = (url.protocol === "https:" ? https : http).request(url, options, resolve);
      request.setTimeout(SILENT_MS, () => request.destroy(new Error(`${url.host} has been silent for too long`)));
      request.on("error", reject);
      request.end(body);
    });
  }
}

const withQuery = (path: string, query: Record<string, string>): string =>
  Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query)}`;

function pauseMs(attempt: number, retryAfter: string | undefined): number {
  const asked = Number(retryAfter ?? Number.NaN) * 1_000;
  return Number.isFinite(asked) ? Math.min(asked, 60_000) : FIRST_PAUSE_MS * 2 ** (attempt - 1);
}

/** A server in trouble must not look like a server without the thing: only some 4xx are the thing's own. */
function refused(path: string, { statusCode = 0, headers }: IncomingMessage, said: string): Error {
  const place = path.split("?")[0];
  if (statusCode < 400) return new Error(`${place} is at ${headers.location ?? "another place"}: name that address`);
  const message = `${place} answered ${statusCode}: ${said.slice(0, 300)}`;
  const isOfThing = statusCode < 500 && statusCode !== 401 && !REPEATED.has(statusCode);
  return isOfThing ? new RefusedError(statusCode, message) : new Error(message);
}
