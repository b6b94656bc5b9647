import { invalidInput } from "@assay/contract";
import type { ProjectAddress } from "../artifact/artifact-root.ts";

export interface RequestAddress {
  /** The project the path names; null at the root. */
  project: ProjectAddress | null;
  /** The rest, with `/ajax-api/` as `/api/`; still percent-encoded. */
  path: string;
}

/** What is the protocol's under whatever prefix a proxy left before it: the first place that looks like it counts. */
const PREFIXED =
  /^(?:\/[^/]+)*?(?:\/p\/([^/]+)\/([^/]+))?(\/(?:(?:ajax-)?api\/\d\.0\/mlflow(?:-artifacts)?\/.*|get-artifact|model-versions\/get-artifact))$/;
/** What other paths could be too, and so is ours at the root or behind a project only. */
const ROOTED = /^(?:\/p\/([^/]+)\/([^/]+))?(\/(?:(?:ajax-)?api\/\d\.0\/.*|health|version))$/;
/** Parts of MLflow that are not here. They would be taken for pages, whose answer no client can read. */
const ABSENT = /^\/(v1\/traces|graphql|gateway\/.*|get-trace-artifact)$/;
const DOT_SEGMENT = /(^|\/)(\.|%2e){1,2}(\/|$)/i;

/** Reads a raw request path; null when this door does not answer it. Slashes that come doubled count once. */
export function requestAddress(method: string, rawPath: string): RequestAddress | null {
  const whole = rawPath.replace(/\/{2,}/g, "/");
  const found = ROOTED.exec(whole) ?? PREFIXED.exec(whole);
  if (found === null) return method !== "GET" && ABSENT.test(whole) ? { project: null, path: whole } : null;
  const [, workspace, project, path = ""] = found;
  return {
    project: workspace === undefined || project === undefined ? null : { workspace, project },
    path: path.replace(/^\/ajax-api\//, "/api/"),
  };
}

/** Refuses paths with `.` or `..` parts: URL parsers resolve them silently, to some other file than was named. */
export function refuseDotSegments(target: string): void {
  if (DOT_SEGMENT.test(target.split("?", 1)[0] ?? "")) throw invalidInput("Invalid path", "path");
}
