import type { ProjectScope } from "@assay/contract";
import { ERROR_CODES } from "@assay/contract";
import { type ApiClient, createApiClient, toAssayError } from "./api-client.ts";
import { AssayError } from "./assay-error.ts";
import type { ResolvedOptions } from "./options.ts";
import { retry } from "./retry.ts";

/** How long a single call keeps trying while the server is away. */
const CALL_PATIENCE_MS = 60_000;

/** What every part of the SDK sends through: the typed API, plain HTTP for bytes, and the project it is all about. */
export class Connection {
  readonly options: ResolvedOptions;
  /** @internal */
  readonly api: ApiClient;
  private scopePromise: Promise<ProjectScope> | null = null;

  constructor(options: ResolvedOptions) {
    this.options = options;
    this.api = createApiClient(options.url, options.token);
  }

  /** The project, asked of the server once when it was not given. */
  scope(): Promise<ProjectScope> {
    const { project } = this.options;
    if (project !== null) return Promise.resolve(project);
    this.scopePromise ??= retry(() => this.api.session.defaultScope.query(), { withinMs: CALL_PATIENCE_MS });
    this.scopePromise.catch(() => {
      this.scopePromise = null;
    });
    return this.scopePromise;
  }

  /**
   * Calls a procedure in the project, trying again while the server is away. Only for calls that may be repeated.
   * @internal
   */
  async call<T>(procedure: (api: ApiClient, scope: ProjectScope) => Promise<T>): Promise<T> {
    const scope = await this.scope();
    return retry(() => procedure(this.api, scope), { withinMs: CALL_PATIENCE_MS });
  }

  /**
   * As `call`, once: for what would be done twice if it were repeated.
   * @internal
   */
  async callOnce<T>(procedure: (api: ApiClient, scope: ProjectScope) => Promise<T>): Promise<T> {
    const scope = await this.scope();
    return procedure(this.api, scope).catch((error: unknown) => {
      throw toAssayError(error);
    });
  }

  /** Sends a plain HTTP request to a path of the server. */
  async fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${this.options.token}`);
    const response = await fetch(this.options.url + path, { ...init, headers }).catch((cause: unknown) => {
      throw new AssayError("OFFLINE", `The server could not be reached at ${this.options.url}`, { cause });
    });
    if (!response.ok) throw await responseError(response);
    return response;
  }
}

async function responseError(response: Response): Promise<AssayError> {
  const body: unknown = await response.json().catch(() => null);
  const { code, message, remedy } = Object(Object(body).error);
  const known = ERROR_CODES.find((candidate) => candidate === code) ?? codeOfStatus(response.status);
  const text = [message ?? `The server answered ${response.status}`, remedy].filter(Boolean).join("; ");
  const seconds = Number(response.headers.get("retry-after") ?? 0);
  return new AssayError(known, text, { retryAfterMs: Number.isFinite(seconds) ? Math.max(0, seconds * 1_000) : 0 });
}

/** What an answer means that is not the server's own, such as a proxy's. */
function codeOfStatus(status: number): AssayError["code"] {
  if (status === 429) return "RATE_LIMITED";
  return status >= 500 || status === 408 ? "INTERNAL" : "INVALID_INPUT";
}
