import { invalidInput } from "@assay/contract";
import type { ProjectAddress } from "../artifact/artifact-root.ts";

export interface RequestAddress {
  /** The project the path names; null at the root. */
  project: ProjectAddress | null;
  /** The rest, with `/ajax-api/` as `/api/`; still percent-encoded. */
  path: string;
}

const PROJECT = /^\/p\/([^/]+)\/([^/]+)(\/.*)$/;
const OURS = /^\/(api\/\d\.0\/.*|health|version|get-artifact|model-versions\/get-artifact)$/;
const DOT_SEGMENT = /(^|\/)(\.|%2e){1,2}(\/|$)/i;

/** Reads a raw request path; null when this door does not answer it. Slashes that come doubled count once. */
export function requestAddress(rawPath: string): RequestAddress | null {
  const whole = rawPath.replace(/\/{2,}/g, "/");
  const named = PROJECT.exec(whole);
  const path = (named?.[3] ?? whole).replace(/^\/ajax-api\//, "/api/");
  if (!OURS.test(path)) return null;
  const [, workspace, project] = named ?? [];
  return { project: workspace === undefined || project === undefined ? null : { workspace, project }, path };
}

/** Refuses paths with `.` or `..` parts: URL parsers resolve them silently, to some other file than was named. */
export function refuseDotSegments(target: string): void {
  if (DOT_SEGMENT.test(target.split("?", 1)[0] ?? "")) throw invalidInput("Invalid path", "path");
}
