import type { LiveEvent } from "@assay/contract";
import type { QueryKey } from "@tanstack/react-query";

const RUN_QUERIES = new Set(["run.get", "run.getMany", "run.datasets", "loggedModel.list", "lineage.get"]);
const ARTIFACT_QUERIES = new Set(["artifact.list", "artifact.tree", "loggedModel.list"]);
const REGISTRY_ROUTERS = new Set(["model", "modelVersion", "alias", "lineage"]);

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function pathOf(key: QueryKey): string {
  const [path] = key;
  return Array.isArray(path) ? path.join(".") : "";
}

/** Whether a query's input names the run, by itself, in a list or as the owner of files. */
function namesRun(key: QueryKey, runId: string): boolean {
  const input = field(key[1], "input");
  const many = field(input, "runIds");
  return (
    field(input, "runId") === runId ||
    (Array.isArray(many) && many.includes(runId)) ||
    field(field(input, "owner"), "runId") === runId ||
    String(field(field(input, "node"), "id") ?? "").includes(runId)
  );
}

/**
 * Whether what a query shows may have changed by an event; anything may after a gap. The run table's rows and the
 * charts' series look after themselves otherwise.
 */
export function touches(event: LiveEvent, key: QueryKey): boolean {
  const path = pathOf(key);
  if (event.kind === "gap") return path !== "run.search";
  if (event.kind === "registry") return REGISTRY_ROUTERS.has(path.split(".")[0] ?? "");
  if (event.kind === "run" && (path === "experiment.list" || path === "run.count" || path === "run.keys")) return true;
  if (event.runId === null || !namesRun(key, event.runId)) return false;
  if (event.kind === "logs")
    return path === "log.read" && field(field(field(key[1], "input"), "position"), "kind") === "end";
  if (event.kind === "metrics") return path === "run.get" || path === "run.getMany";
  return event.kind === "artifacts" ? ARTIFACT_QUERIES.has(path) : RUN_QUERIES.has(path);
}
