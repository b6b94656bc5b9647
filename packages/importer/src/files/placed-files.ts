import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type FileReader, UnreadableError } from "./file-reader.ts";
import { localTree } from "./local-tree.ts";

/**
 * Files in a folder of this machine that holds a store's artifacts. A place that the store names is looked for in it:
 * below `mlflow-artifacts:`, as a path that leads into it, or by the end of a path when the folder was moved.
 */
export function placedFiles(folder: string | null): FileReader {
  return {
    async *list({ uri }) {
      if (folder === null)
        throw new UnreadableError(`its files lie at ${schemeOf(uri)}; name a folder with --artifacts`);
      const root = path.resolve(folder);
      yield* localTree(root, placeIn(root, uri));
    },
  };
}

/** The path below `root` that a store's place stands for. */
function placeIn(root: string, uri: string): string {
  const proxied = /^mlflow-artifacts:(?:\/\/[^/]*)?\/*(.*)$/.exec(uri);
  if (proxied !== null) return decodeIfNeeded(root, proxied[1] ?? "");
  const named = localPath(uri) ?? uri;
  const absolute = path.resolve(root, named);
  if (named !== uri || !/^[a-z][a-z0-9+.-]+:/i.test(uri)) {
    if (absolute.startsWith(`${root}${path.sep}`)) return path.relative(root, absolute);
  }
  const end = endOf(named);
  if (end !== null && existsSync(path.join(root, end.split("/")[0] ?? ""))) return end;
  throw new UnreadableError(`files at ${schemeOf(uri)} are not below the folder of artifacts`);
}

/** Clients write some characters of a path as escapes and others as they are. */
function decodeIfNeeded(root: string, place: string): string {
  if (existsSync(path.join(root, place)) || !place.includes("%")) return place;
  return decodeURIComponent(place.replace(/%(?![0-9a-f]{2})/gi, "%25"));
}

function localPath(uri: string): string | null {
  if (/^file:\/\//i.test(uri)) return fileURLToPath(uri);
  if (/^file:/i.test(uri)) return uri.slice("file:".length);
  return /^[a-z][a-z0-9+.-]+:/i.test(uri) ? null : uri;
}

/** `<experiment>/<run>/artifacts/…` or `<experiment>/models/m-…/artifacts/…`, as every store ends its places. */
function endOf(place: string): string | null {
  return /([^/]+\/(?:[0-9a-f]{32}|models\/m-[0-9a-f]{32})\/artifacts(?:\/.*)?)$/.exec(place)?.[1] ?? null;
}

const schemeOf = (uri: string): string => /^[a-z][a-z0-9+.-]*:/i.exec(uri)?.[0] ?? "a path";
