import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.ts";

const SKIPPED = new Set(["node_modules", "dist", "generated", ".next", ".turbo", ".venv", "__pycache__"]);

export interface SourceFile {
  /** From the root of the checkout, with slashes. */
  path: string;
  text: string;
}

/** Every hand-written file below some folders whose name ends in one of the extensions. */
export function readSources(folders: readonly string[], extensions: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) => walk(path.join(root, folder), extensions));
}

function walk(folder: string, extensions: readonly string[]): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(file, extensions);
    if (!extensions.some((extension) => entry.name.endsWith(extension))) return [];
    return [{ path: path.relative(root, file).split(path.sep).join("/"), text: readFileSync(file, "utf8") }];
  });
}

/** The rooms: every package and app with its source. */
export function listRooms(): { name: string; folder: string }[] {
  return ["packages", "apps"].flatMap((parent) =>
    readdirSync(path.join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => ({ name: entry.name, folder: `${parent}/${entry.name}` })),
  );
}

/** Source text without its comments. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

export interface ImportLine {
  from: string;
  isTypeOnly: boolean;
}

/** What a file imports or re-exports; `import { type A, type B }` counts as type-only. */
export function importsOf(text: string): ImportLine[] {
  // A snippet of code to be shown, in a template string, imports nothing.
  const code = withoutComments(text).replace(/`(?:[^`\\]|\\.)*`/g, "``");
  const statements = code.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^;"']*?)from\s*["']([^"']+)["']/g);
  const bare = code.matchAll(/(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g);
  return [
    ...[...statements].map(([, type, names = "", from = ""]) => ({
      from,
      isTypeOnly: type !== undefined || hasTypesOnly(names),
    })),
    ...[...bare].map(([, first, second]) => ({ from: first ?? second ?? "", isTypeOnly: false })),
  ];
}

function hasTypesOnly(names: string): boolean {
  const inner = /^\{([\s\S]*)\}\s*$/.exec(names.trim())?.[1];
  if (inner === undefined) return false;
  return inner
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .every((name) => name.startsWith("type "));
}
