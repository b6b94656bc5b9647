import { MLFLOW_VERSION } from "./mlflow-version.ts";

const PLAIN = { "content-type": "text/plain; charset=utf-8" };

/** Routes that tell nothing about anybody's data and need no token: what kind of server this is. */
export const PUBLIC_PATHS = ["/health", "/version", "/api/3.0/mlflow/server-info"] as const;

export interface ServerAbilities {
  /** Whether clients may exchange files with a bucket themselves. */
  hasDirectTransfer: boolean;
}

/** What clients ask for to decide what they may call. A workspace of MLflow's is a project here. */
const serverInfo = ({ hasDirectTransfer }: ServerAbilities) => ({
  store_type: "SqlStore",
  workspaces_enabled: true,
  trace_archival_enabled: false,
  multipart_uploads_enabled: hasDirectTransfer,
  multipart_downloads_enabled: hasDirectTransfer,
  artifact_serving_enabled: true,
  artifacts_presigned_only: false,
  presigned_upload_run_id_supported: true,
  presigned_upload_model_id_supported: true,
  model_artifact_presigned_downloads_supported: true,
  features_enabled: { gateway: false, scheduled_issue_detection: false },
  tracking_auth: "",
});

/** The answer of a public route; null for all other paths. */
export function publicRoute(method: string, path: string, abilities: ServerAbilities): Response | null {
  if (method !== "GET") return null;
  switch (path) {
    case "/health":
      return new Response("OK", { headers: PLAIN });
    case "/version":
      return new Response(MLFLOW_VERSION, { headers: PLAIN });
    case "/api/3.0/mlflow/server-info":
      return Response.json(serverInfo(abilities));
    default:
      return null;
  }
}
