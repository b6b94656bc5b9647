import { createReadStream } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { type SourceFile, UnreadableError } from "./file-reader.ts";

/**
 * The files below a folder that lies in `root`; none when it is not there, for stores make it with the first file.
 * Links are followed as long as they stay inside: what a store says of its places may come from anybody, and must not
 * lead to this machine's own files.
 */
export async function* localTree(root: string, folder: string): AsyncGenerator<SourceFile> {
  const realRoot = await realpath(root).catch(() => {
    throw new UnreadableError(`${root} is not there`);
  });
  const top = path.resolve(root, folder);
  const info = await lstat(top).catch(() => null);
  if (info === null) return;
  if (info.isFile()) yield fileAt(realRoot, top, path.basename(top), info.size);
  else yield* walk(realRoot, top, "");
}

async function* walk(root: string, top: string, below: string): AsyncGenerator<SourceFile> {
  const entries = await readdir(await insideOf(root, path.join(top, below))).catch((error: unknown) => {
    throw error instanceof UnreadableError ? error : new UnreadableError("a folder cannot be read");
  });
  for (const name of entries.sort()) {
    const one = below === "" ? name : `${below}/${name}`;
    const info = await stat(await insideOf(root, path.join(top, one)));
    if (info.isDirectory()) yield* walk(root, top, one);
    else if (info.isFile()) yield fileAt(root, path.join(top, one), one, info.size);
  }
}

function fileAt(root: string, place: string, shown: string, sizeBytes: number): SourceFile {
  return { path: shown, sizeBytes, open: async () => createReadStream(await insideOf(root, place)) };
}

/** Where a path really leads, which must be inside. */
async function insideOf(root: string, place: string): Promise<string> {
  const real = await realpath(place).catch(() => {
    throw new UnreadableError("a link leads nowhere");
  });
  if (real === root || real.startsWith(`${root}${path.sep}`)) return real;
  throw new UnreadableError("a link or path leads out of the folder of the store");
}
