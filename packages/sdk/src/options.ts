import { AssayError } from "./assay-error.ts";
import type { WireFormat } from "./encode-batch.ts";

export interface AssayOptions {
  /** Where the server is, such as `http://127.0.0.1:3000`. Default: the environment variable ASSAY_URL. */
  url?: string;
  /** An API token. Default: ASSAY_TOKEN. */
  token?: string;
  /** `workspace/project`. Default: ASSAY_PROJECT, else the token's default project. */
  project?: string;
  /** Called with what could not be sent and why; logging itself never throws. Default: a warning on stderr. */
  onError?: (error: Error) => void;
  /** How metric points travel. Default: `frame`, binary; `json` for proxies that take nothing else. */
  wireFormat?: WireFormat;
  /** How many points of a run may wait in memory for a server that is away. Default: 1,000,000, some 100 MB. */
  maxWaitingPoints?: number;
}

export interface ResolvedOptions {
  url: string;
  token: string;
  project: { workspace: string; project: string } | null;
  onError: (error: Error) => void;
  wireFormat: WireFormat;
  maxWaitingPoints: number;
}

/** Fills in what was left out from the environment; says what is missing and how to give it. */
export function resolveOptions(options: AssayOptions, env: Record<string, string | undefined>): ResolvedOptions {
  const url = options.url ?? env.ASSAY_URL;
  const token = options.token ?? env.ASSAY_TOKEN;
  if (url === undefined || url === "") throw missing("url", "ASSAY_URL");
  if (token === undefined || token === "") throw missing("token", "ASSAY_TOKEN");
  const project = options.project ?? env.ASSAY_PROJECT;
  return {
    url: url.replace(/\/+$/, ""),
    token,
    project: project === undefined ? null : parseProject(project),
    onError: options.onError ?? ((error) => process.stderr.write(`assay: ${error.message}\n`)),
    wireFormat: options.wireFormat ?? "frame",
    maxWaitingPoints: options.maxWaitingPoints ?? 1_000_000,
  };
}

const missing = (option: string, variable: string): AssayError =>
  new AssayError("INVALID_INPUT", `No ${option} given: pass { ${option} } or set the environment variable ${variable}`);

function parseProject(text: string): { workspace: string; project: string } {
  const [workspace = "", project = "", rest] = text.split("/");
  if (workspace !== "" && project !== "" && rest === undefined) return { workspace, project };
  throw new AssayError("INVALID_INPUT", `project must be written workspace/project, not ${text}`);
}
