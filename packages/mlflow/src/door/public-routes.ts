import { wireErrorResponse } from "../wire/error-response.ts";
import { MLFLOW_VERSION } from "./mlflow-version.ts";

const PLAIN = { "content-type": "text/plain; charset=utf-8" };
const MULTIPART = /^\/api\/2\.0\/mlflow-artifacts\/(mpu|presigned)\//;

/** Routes that tell nothing about anybody's data and need no token: what kind of server this is. */
export const PUBLIC_PATHS = ["/health", "/version", "/api/3.0/mlflow/server-info"] as const;

/** The answer of a public route; null for all other paths. */
export function publicRoute(method: string, path: string): Response | null {
  if (MULTIPART.test(path)) {
    const message =
      "Multipart upload is not supported for the current artifact repository; files are streamed through the server";
    return wireErrorResponse(501, "NOT_IMPLEMENTED", message);
  }
  if (method !== "GET") return null;
  switch (path) {
    case "/health":
      return new Response("OK", { headers: PLAIN });
    case "/version":
      return new Response(MLFLOW_VERSION, { headers: PLAIN });
    case "/api/3.0/mlflow/server-info":
      return Response.json({ store_type: "SqlStore", workspaces_enabled: false });
    default:
      return null;
  }
}
