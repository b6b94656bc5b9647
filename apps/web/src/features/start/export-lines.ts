const CLIENTS = {
  mlflow: { url: "MLFLOW_TRACKING_URI", token: "MLFLOW_TRACKING_TOKEN" },
  sdk: { url: "ASSAY_URL", token: "ASSAY_TOKEN" },
} as const;

/** The two lines that point a client at this instance: an unchanged MLflow script, or our own SDK. */
export function exportLines(client: keyof typeof CLIENTS, origin: string, secret: string | null): string {
  const names = CLIENTS[client];
  return [`export ${names.url}=${origin}`, `export ${names.token}=${secret ?? "<your token>"}`].join("\n");
}
