import type { IncomingMessage, ServerResponse } from "node:http";
import { requestAddress } from "@assay/mlflow";
import type { NodeHandler } from "./web-mount.ts";

const API_PATHS = /^\/(api|ajax-api|p\/[^/]+\/[^/]+)(\/|$)/;
/** Besides the doors: figures for Prometheus, at the path where it looks by itself. */
const METRICS_PATH = "/metrics";
const AUTH_PATHS = /^\/api\/auth(\/|$)/;

const PAGE_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "content-security-policy": "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; connect-src 'self'",
  "cross-origin-opener-policy": "same-origin",
};

/** True of paths that an API door answers; all others are pages. */
export function isApiPath(method: string, url: string): boolean {
  const path = (url.split("?", 1)[0] ?? "").replace(/\/{2,}/g, "/");
  if (AUTH_PATHS.test(path)) return false;
  return path === METRICS_PATH || API_PATHS.test(path) || requestAddress(method, path) !== null;
}

/** Sends each request to the API or, where there is one, to the web app. */
export function dispatch(
  api: (request: IncomingMessage, response: ServerResponse) => unknown,
  web: NodeHandler | null,
  onError: (error: unknown) => void,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    if (web === null || isApiPath(request.method ?? "GET", request.url ?? "/")) {
      api(request, response);
      return;
    }
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
    web(request, response).catch((error: unknown) => {
      onError(error);
      response.destroy();
    });
  };
}
