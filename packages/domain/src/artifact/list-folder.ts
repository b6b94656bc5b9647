import type { ArtifactEntry, ArtifactFile } from "@assay/contract";

/** The files and folders directly below `folder`, folders first, each by name. Folder sizes are sums. */
export function listFolder(files: readonly ArtifactFile[], folder: string): ArtifactEntry[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const entries = new Map<string, ArtifactEntry>();
  for (const file of files) {
    if (!file.path.startsWith(prefix)) continue;
    const rest = file.path.slice(prefix.length);
    const slash = rest.indexOf("/");
    const name = slash === -1 ? rest : rest.slice(0, slash);
    const known = entries.get(name);
    entries.set(name, {
      name,
      path: prefix + name,
      isFolder: slash !== -1,
      sizeBytes: file.sizeBytes + (known?.sizeBytes ?? 0),
      sha256: slash === -1 ? file.sha256 : null,
    });
  }
  return [...entries.values()].sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || (a.name < b.name ? -1 : 1));
}
