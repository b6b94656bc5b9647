import { invalidInput, LoggedModelId, ModelId, notFound, RunId } from "@assay/contract";

/** Whose files an artifact URI names. */
export type ArtifactRoot =
  | { kind: "experiment"; number: number }
  | { kind: "run"; runId: RunId }
  | { kind: "loggedModel"; loggedModelId: LoggedModelId }
  | { kind: "version"; modelId: ModelId; version: number };

export interface ProjectAddress {
  workspace: string;
  project: string;
}

export interface ArtifactAddress {
  root: ArtifactRoot;
  /** Within the root; empty for the root itself. Not yet checked: verbs do. */
  path: string;
}

const SCHEME = "mlflow-artifacts:";

/** The URI clients are given: `mlflow-artifacts:/<workspace>/<project>/runs/<run>/artifacts` and the like. */
export function artifactUri(scope: ProjectAddress, root: ArtifactRoot): string {
  return `${SCHEME}/${scope.workspace}/${scope.project}/${rootPath(root)}`;
}

function rootPath(root: ArtifactRoot): string {
  switch (root.kind) {
    case "experiment":
      return `experiments/${root.number}`;
    case "run":
      return `runs/${root.runId}/artifacts`;
    case "loggedModel":
      return `models/${root.loggedModelId}/artifacts`;
    case "version":
      // By id: a model's name may need escapes, which clients apply unevenly, and may change.
      return `versions/${root.modelId}/${root.version}/artifacts`;
  }
}

/**
 * Reads the path of an artifact request back, strictly. Another project's is NOT_FOUND; what is not laid out as above
 * is INVALID_INPUT `Invalid path`.
 */
export function parseArtifactAddress(scope: ProjectAddress, text: string): ArtifactAddress {
  const address = readAddress(scope, text);
  if (address === null) throw invalidInput("Invalid path", "path");
  return address;
}

/** As above from a whole URI; null when it is of another scheme, names a host or is laid out in another way. */
export function parseArtifactUri(scope: ProjectAddress, uri: string): ArtifactAddress | null {
  if (!uri.startsWith(`${SCHEME}/`) || uri.startsWith(`${SCHEME}//`)) return null;
  return readAddress(scope, uri.slice(SCHEME.length + 1));
}

function readAddress(scope: ProjectAddress, text: string): ArtifactAddress | null {
  const [workspace, project, kind, id = "", ...rest] = text.split("/");
  const address = readRoot(kind, id, rest);
  if (address !== null && (workspace !== scope.workspace || project !== scope.project)) throw notFound("Artifact");
  return address;
}

function readRoot(kind: string | undefined, id: string, rest: string[]): ArtifactAddress | null {
  if (kind === "versions") return readVersionRoot(id, rest);
  const [fixed, ...path] = rest;
  if (fixed !== "artifacts") return null;
  if (kind === "runs") {
    const runId = RunId.safeParse(id);
    return runId.success ? { root: { kind: "run", runId: runId.data }, path: path.join("/") } : null;
  }
  const loggedModelId = LoggedModelId.safeParse(id);
  if (kind !== "models" || !loggedModelId.success) return null;
  return { root: { kind: "loggedModel", loggedModelId: loggedModelId.data }, path: path.join("/") };
}

function readVersionRoot(id: string, [number = "", fixed, ...path]: string[]): ArtifactAddress | null {
  const modelId = ModelId.safeParse(id);
  if (!modelId.success || fixed !== "artifacts" || !/^[1-9]\d{0,8}$/.test(number)) return null;
  return { root: { kind: "version", modelId: modelId.data, version: Number(number) }, path: path.join("/") };
}
