import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

const SKIPPED = new Set(["node_modules", ".next", "dist", "generated", ".turbo"]);

function* filesIn(directory) {
  let entries;
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") yield directory;
    return;
  }
  for (const entry of entries) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) yield* filesIn(file);
    } else if (entry.isFile()) yield file;
  }
}

/** One hash over the content of files and folders (paths from the root) that pass the filter. */
export function fingerprint({ paths, accept = () => true, salt = "" }) {
  const hash = createHash("sha256").update(salt);
  for (const start of paths) {
    const files = [...filesIn(path.join(root, start))].filter(accept).sort();
    for (const file of files)
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
  }
  return hash.digest("hex");
}

const stampFile = (name) => path.join(root, "node_modules", `.assay-${name}`);

/** Whether a step last succeeded on exactly this input. */
export function isStamped(name, value) {
  try {
    return readFileSync(stampFile(name), "utf8") === value;
  } catch {
    return false;
  }
}

/** Remembers that a step succeeded on this input. */
export function stamp(name, value) {
  mkdirSync(path.join(root, "node_modules"), { recursive: true });
  writeFileSync(stampFile(name), value);
}
