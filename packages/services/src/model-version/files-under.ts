import type { ModelVersionDetail } from "@assay/contract";
import { sortManifest } from "@assay/domain/digest";

type Files = ModelVersionDetail["files"];

/** The files in a folder, with paths relative to it; a path that is a file itself gives that one file. */
export function filesUnder(folder: string, tree: Files): Files {
  if (folder === "") return sortManifest(tree);
  const prefix = `${folder}/`;
  const inside = tree.flatMap((file) => {
    if (file.path === folder) return [{ ...file, path: file.path.slice(file.path.lastIndexOf("/") + 1) }];
    return file.path.startsWith(prefix) ? [{ ...file, path: file.path.slice(prefix.length) }] : [];
  });
  return sortManifest(inside);
}
