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
    return (await this.fetch(withQuery(path, query), {})).json();
  }

  async post(path: string, body: object): Promise<unknown> {
    const headers = { "content-type": "application/json" };
    return (await this.fetch(path, { method: "POST", headers, body: JSON.stringify(body) })).json();
  }

  /** The bytes at a path. */
  async open(path: string, query: Record<string, string>): Promise<AsyncIterable<Uint8Array>> {
    const { body } = await this.fetch(withQuery(path, query), {});
    return body ?? emptyBody();
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === ATTEMPTS;
      const response = await this.attempt(path, init).catch((error: unknown) => {
        this.signal?.throwIfAborted();
        if (isLast) throw error;
        return null;
      });
      if (response?.ok === true) return response;
      if (response !== null && (isLast || !REPEATED.has(response.status))) {
        throw refused(path, response.status, await response.text());
      }
      await response?.body?.cancel();
      await this.pause(pauseMs(attempt, response?.headers.get("retry-after") ?? null));
    }
  }

  private attempt(path: string, init: RequestInit): Promise<Response> {
    this.signal?.throwIfAborted();
    return fetch(this.url + path, {
      ...init,
      headers: { ...this.headers, ...init.headers },
      ...(this.signal === undefined ? {} : { signal: this.signal }),
    });
  }
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

const withQuery = (path: string, query: Record<string, string>): string =>
  Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query)}`;

function pauseMs(attempt: number, retryAfter: string | null): number {
  const asked = Number(retryAfter ?? Number.NaN) * 1_000;
  return Number.isFinite(asked) ? Math.min(asked, 60_000) : FIRST_PAUSE_MS * 2 ** (attempt - 1);
}

/** A server in trouble must not look like a server without the thing: only 4xx are the thing's own. */
function refused(path: string, status: number, text: string): Error {
  const place = path.split("?")[0];
  const message = `${place} answered ${status}: ${text.slice(0, 300)}`;
  return status >= 500 || status === 401 || status === 429 ? new Error(message) : new RefusedError(status, message);
}
