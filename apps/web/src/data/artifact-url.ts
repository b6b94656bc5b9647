import type { ProjectScope } from "@assay/contract";

export type ArtifactRoot =
  | { kind: "run"; runId: string }
  | { kind: "logged-model"; id: string }
  | { kind: "model"; name: string; version: number };

function rootParts(root: ArtifactRoot): string[] {
  switch (root.kind) {
    case "run":
      return ["run", root.runId];
    case "logged-model":
      return ["logged-model", root.id];
    case "model":
      return ["model", root.name, String(root.version)];
  }
}

/** Where a file is downloaded from; a preview is capped and safe to show in the page. */
export function artifactUrl(scope: ProjectScope, root: ArtifactRoot, path: string, isPreview = false): string {
  const parts = [scope.workspace, scope.project, ...rootParts(root), ...path.split("/")];
  return `/api/artifacts/${parts.map(encodeURIComponent).join("/")}${isPreview ? "?preview=1" : ""}`;
}
