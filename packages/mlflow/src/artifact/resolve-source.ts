import { type DomainError, invalidInput, LoggedModelId, type RegisterVersionInput, RunId } from "@assay/contract";
import {
  getModelById,
  getVersion,
  listArtifacts,
  listLoggedModels,
  type ProjectContext,
  type VersionRecord,
} from "@assay/services";
import { projectAddress } from "../entity/project-address.ts";
import { toLoggedModelId } from "../wire/to-logged-model-id.ts";
import { toVersionNumber } from "../wire/to-version-number.ts";
import { toRunId } from "../wire/with-run-id.ts";
import { parseArtifactUri } from "./artifact-root.ts";

type Source = RegisterVersionInput["source"];

export interface NamedSource {
  uri: string;
  runId?: string | undefined;
  modelId?: string | undefined;
}

/**
 * What a model version's source names in the caller's own project. Any other place is INVALID_INPUT: a server that
 * opened what callers name would read its own disk and network for them.
 */
export async function resolveSource(ctx: ProjectContext, named: NamedSource): Promise<Source> {
  const { uri, modelId } = named;
  const source = await readUri(ctx, uri);
  if (named.runId !== undefined && named.runId !== "") {
    const runId = toRunId(named.runId);
    if (source.kind === "runArtifacts" && source.runId !== runId) {
      throw invalidInput(`Invalid model version source: '${shown(uri)}' does not belong to run ${runId}`, "source");
    }
  }
  if (modelId === undefined || modelId === "" || source.kind === "loggedModel") return source;
  return { kind: "loggedModel", loggedModelId: toLoggedModelId(modelId) };
}

async function readUri(ctx: ProjectContext, uri: string): Promise<Source> {
  if (uri.startsWith("runs:/")) return readRunsUri(ctx, uri);
  if (uri.startsWith("models:/")) return readModelsUri(ctx, uri);
  const address = parseArtifactUri(projectAddress(ctx), uri);
  switch (address?.root.kind) {
    case "run":
      return { kind: "runArtifacts", runId: address.root.runId, path: address.path };
    case "loggedModel":
      return { kind: "loggedModel", loggedModelId: address.root.loggedModelId };
    case "version": {
      const { modelId, version } = address.root;
      const { name } = await getModelById({ ctx, input: { modelId } });
      return sourceOfVersion(await getVersion({ ctx, input: { name, version } }));
    }
    default:
      throw refusal(uri);
  }
}

/** `runs:/<run>/<path>`: the run's files there or, as MLflow 3 writes it, the run's logged model of that name. */
async function readRunsUri(ctx: ProjectContext, uri: string): Promise<Source> {
  const [, id = "", path = ""] = /^runs:\/([^/]+)\/?(.*)$/s.exec(uri) ?? [];
  const runId = RunId.safeParse(id);
  if (!runId.success) throw refusal(uri);
  const owner = { kind: "run" as const, runId: runId.data };
  const files = await listArtifacts({ ctx, input: { owner, path } });
  if (files.length === 0) {
    const [model] = (await listLoggedModels({ ctx, input: { runId: runId.data } })).filter((one) => one.name === path);
    if (model !== undefined) return { kind: "loggedModel", loggedModelId: model.id };
  }
  return { kind: "runArtifacts", runId: runId.data, path };
}

/** `models:/m-<id>`, `models:/<name>/<version>`. */
async function readModelsUri(ctx: ProjectContext, uri: string): Promise<Source> {
  const [name = "", version, ...rest] = uri.slice("models:/".length).split("/");
  const loggedModelId = LoggedModelId.safeParse(name);
  if (loggedModelId.success && version === undefined) return { kind: "loggedModel", loggedModelId: loggedModelId.data };
  if (name === "" || version === undefined || rest.length > 0) throw refusal(uri);
  return sourceOfVersion(await getVersion({ ctx, input: { name, version: toVersionNumber(version) } }));
}

function sourceOfVersion(version: VersionRecord): Source {
  if (version.loggedModelId !== null) return { kind: "loggedModel", loggedModelId: version.loggedModelId };
  if (version.sourceRun === null) throw invalidInput("Invalid model version source: its run is gone", "source");
  return { kind: "runArtifacts", runId: version.sourceRun.id, path: version.artifactPath };
}

function refusal(uri: string): DomainError {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase();
  const own = "name files of this project: runs:/<run>/<path>, models:/<model id> or mlflow-artifacts:/…";
  if (scheme === undefined || scheme === "file") {
    return invalidInput(
      `Invalid model version source: '${shown(uri)}'. To use a local path as a model version source, log its files to a run first; ${own}`,
      "source",
    );
  }
  if (scheme === "http" || scheme === "https" || scheme === "ftp" || scheme === "mlflow-artifacts") {
    return invalidInput(
      `Invalid model version source: '${shown(uri)}'. If supplying a source as an http, https, local file path, ftp, objectstore or mlflow-artifacts uri, ${own}`,
      "source",
    );
  }
  return invalidInput(`Invalid model version source: '${shown(uri)}' is not a valid remote uri; ${own}`, "source");
}

const shown = (uri: string): string => uri.slice(0, 200);
