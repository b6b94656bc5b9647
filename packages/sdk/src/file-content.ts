import { readdir, stat } from "node:fs/promises";
import path from "node:path";

/** A file's bytes, its text, or where to read it on disk. */
export type FileContent = Uint8Array | string | { file: string };

export interface NamedContent {
  name: string;
  content: FileContent;
}

/** The files that a content stands for: itself, or every file of a folder on disk under `name`. */
export async function expandContent(name: string, content: FileContent): Promise<NamedContent[]> {
  if (typeof content === "string" || content instanceof Uint8Array) return [{ name, content }];
  const { file: root } = content;
  if (!(await stat(root)).isDirectory()) return [{ name, content }];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const relative = path.relative(root, file).split(path.sep).join("/");
      return { name: name === "" ? relative : `${name}/${relative}`, content: { file } };
    });
}
