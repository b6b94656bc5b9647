/** What a link that MLflow clients print at the end of a run points at: `/#/experiments/<number>/runs/<id>`. */
export interface MlflowLink {
  experiment: number;
  runId: string | null;
}

/** Reads the fragment of such a link; null for any other. */
export function readMlflowLink(hash: string): MlflowLink | null {
  const parts = /^#\/experiments\/(\d{1,9})(?:\/runs\/([0-9a-f]{32}))?\/?$/.exec(hash);
  if (parts === null) return null;
  return { experiment: Number(parts[1]), runId: parts[2] ?? null };
}
