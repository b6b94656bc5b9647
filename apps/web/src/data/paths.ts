import type { ProjectScope } from "@assay/contract";

const part = encodeURIComponent;

/** Where a project's screens are. */
export function projectPath({ workspace, project }: ProjectScope): string {
  return `/${part(workspace)}/${part(project)}`;
}

export function experimentPath(scope: ProjectScope, number: number): string {
  return `${projectPath(scope)}/experiments/${number}`;
}

export function runPath(scope: ProjectScope, runId: string): string {
  return `${projectPath(scope)}/runs/${part(runId)}`;
}

export function comparePath(scope: ProjectScope, runIds: readonly string[]): string {
  return `${projectPath(scope)}/compare?runs=${runIds.join(",")}`;
}

export function modelPath(scope: ProjectScope, name: string): string {
  return `${projectPath(scope)}/models/${part(name)}`;
}

export function versionPath(scope: ProjectScope, name: string, version: number): string {
  return `${modelPath(scope, name)}/versions/${version}`;
}

/** Where an admin sees how the installation is doing. */
export function systemPath(workspace: string): string {
  return `/${part(workspace)}/settings/system`;
}

/** A server-made path within the project, with or without its leading slash. */
export function withinProject(scope: ProjectScope, path: string): string {
  return `${projectPath(scope)}/${path.replace(/^\//, "")}`;
}
