import { type DomainError, invalidInput, LoggedModelId, type RegisterVersionInput, RunId } from "@assay/contract";
import {
  getLoggedModel,
  getModelById,
  getVersion,
  listArtifacts,
  listLoggedModels,
  type ProjectContext,
} from "@assay/services";
import { projectAddress } from "../entity/project-address.ts";
import { findVersion, parseVersionRef } from "../registry/find-version.ts";
import { parseArtifactUri } from "./artifact-root.ts";

type Source = RegisterVersionInput["source"];

export interface NamedSource {
  uri: string;
  /** Whose files they are, as the caller says besides; what it says must be so. */
  runId: string | undefined;
  modelId: string | undefined;
}

/**
 * What a model version's source names in the caller's own project. Any other place is INVALID_INPUT: a server that
 * opened what callers name would read its own disk and network for them.
 */
export async function resolveSource(
  ctx: ProjectContext,
  { uri, runId = "", modelId = "" }: NamedSource,
): Promise<Source> {
  const source = await readUri(ctx, uri);
  const owner = await ownerOf(ctx, source);
  if (modelId !== "" && modelId !== owner.modelId) throw mismatch(uri, "model_id");
  if (runId !== "" && runId !== owner.runId) throw mismatch(uri, "run_id");
  return source;
}

/** The run and the logged model that a source belongs to. */
async function ownerOf(ctx: ProjectContext, source: Source): Promise<{ runId: string | null; modelId: string | null }> {
  switch (source.kind) {
    case "runArtifacts":
      return { runId: source.runId, modelId: null };
    case "loggedModel": {
      const { sourceRun, id } = await getLoggedModel({ ctx, input: source });
      return { runId: sourceRun?.id ?? null, modelId: id };
    }
    case "version": {
      const { sourceRun, loggedModelId } = await getVersion({ ctx, input: source });
      return { runId: sourceRun?.id ?? null, modelId: loggedModelId };
    }
  }
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
      return { kind: "version", name, version };
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

/** `models:/m-<id>`, or a version as `models:/<name>/<version, stage or latest>` or `models:/<name>@<alias>`. */
async function readModelsUri(ctx: ProjectContext, uri: string): Promise<Source> {
  const text = uri.slice("models:/".length);
  const loggedModelId = LoggedModelId.safeParse(text);
  if (loggedModelId.success) return { kind: "loggedModel", loggedModelId: loggedModelId.data };
  const ref = parseVersionRef(text);
  if (ref === null) throw refusal(uri);
  const { modelName, number } = await findVersion(ctx, ref);
  return { kind: "version", name: modelName, version: number };
}

const mismatch = (uri: string, parameter: "run_id" | "model_id"): DomainError =>
  invalidInput(
    `Invalid model version source: '${shown(uri)}'. The ${parameter} request parameter names something else than what contains the source.`,
    parameter,
  );

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
