import type { Readable } from "node:stream";
import { LoggedModelId, RunId } from "@assay/contract";
import { getVersion, type ImportedVersion, keepImportedFile } from "@assay/services";
import { UnreadableError } from "../files/file-reader.ts";
import { withContent } from "../files/with-content.ts";
import type { Notes } from "../fit/notes.ts";
import type { SourceVersion } from "../source/mlflow-source.ts";
import { pathOf } from "./bring-files.ts";
import type { Session } from "./session.ts";

type Files = ImportedVersion["files"];

/** Where the files of runs and logged models of the source lie, by their ids. */
export interface Places {
  runs: ReadonlyMap<string, string>;
  loggedModels: ReadonlyMap<string, string>;
}

/** The files of a version: a folder of a run or logged model that came, another version's, or a place of their own. */
export async function versionFiles(
  session: Session,
  version: SourceVersion,
  places: Places,
  notes: Notes,
): Promise<Files> {
  const tree = treeOf(version, places);
  if (tree !== null) return tree;
  const other = /^models:\/([^/]+)\/(\d+)$/.exec(version.source);
  if (other !== null) {
    const input = { name: other[1] ?? "", version: Number(other[2]) };
    return { kind: "kept", files: (await getVersion({ ctx: session.ctx, input })).files };
  }
  return keepAll(session, version, notes);
}

/** The folder of a run or logged model that a version was registered from, however its place was written. */
export function treeOf(version: SourceVersion, { runs, loggedModels }: Places): Files | null {
  const named = [version.modelId, /^models:\/(m-[0-9a-f]{32})$/.exec(version.source)?.[1] ?? ""];
  for (const place of [version.source, version.storageLocation]) {
    named.push(/\/(m-[0-9a-f]{32})\/artifacts\/?$/.exec(place)?.[1] ?? "");
  }
  const modelId = LoggedModelId.safeParse(named.find((id) => loggedModels.has(id)));
  if (modelId.success) return { kind: "tree", owner: { kind: "loggedModel", loggedModelId: modelId.data }, folder: "" };
  for (const place of [version.source, version.storageLocation]) {
    const [, id = "", folder = ""] =
      /^runs:\/+([0-9a-f]{32})\/(.*)$/.exec(place) ?? /\/([0-9a-f]{32})\/artifacts(?:\/(.*))?$/.exec(place) ?? [];
    const within = id === "" ? belowRun(place, version.runId, runs) : { id, folder };
    const runId = RunId.safeParse(within?.id);
    if (within === null || !runId.success || !runs.has(runId.data)) continue;
    return { kind: "tree", owner: { kind: "run", runId: runId.data }, folder: within.folder.replace(/\/+$/, "") };
  }
  return null;
}

/** A run may keep its files at a place that does not show its id. */
function belowRun(place: string, runId: string, runs: Places["runs"]): { id: string; folder: string } | null {
  const root = runs.get(runId)?.replace(/\/+$/, "") ?? "";
  if (root === "" || (place !== root && !place.startsWith(`${root}/`))) return null;
  return { id: runId, folder: place.slice(root.length + 1) };
}

async function keepAll(session: Session, version: SourceVersion, notes: Notes): Promise<Files> {
  const uri = version.storageLocation || version.source;
  const id = `${version.name}/${version.number}`;
  const files: Extract<Files, { kind: "kept" }>["files"] = [];
  for await (const file of session.source.files.list({ kind: "version", id, uri })) {
    const path = pathOf(file, notes);
    if (path === null) throw new UnreadableError("not all of its files can be kept");
    const keep = (content: Readable) => keepImportedFile({ ctx: session.ctx, input: { path, content } });
    files.push(await withContent(file, keep));
  }
  return { kind: "kept", files };
}
