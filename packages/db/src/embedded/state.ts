import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { errorCode } from "./error-code.ts";
import { EmbeddedPostgresError } from "./errors.ts";

/** What must survive restarts: where the cluster lives and the password that was generated for it. */
export type EmbeddedState = { readonly location: string; readonly password: string };

const fileOf = (dataDir: string) => path.join(dataDir, "embedded-postgres.json");

function parse(text: string): EmbeddedState | undefined {
  const value: unknown = JSON.parse(text);
  if (value === null || typeof value !== "object") return undefined;
  if (!("location" in value) || !("password" in value)) return undefined;
  const { location, password } = value;
  return typeof location === "string" && typeof password === "string" ? { location, password } : undefined;
}

/** Reads the state of a data directory; undefined when none was written yet. */
export async function readState(dataDir: string): Promise<EmbeddedState | undefined> {
  const file = fileOf(dataDir);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return undefined;
    throw new EmbeddedPostgresError(
      `${file} cannot be read (${errorCode(cause) ?? "unknown error"}). Start Assay as the user who first started it, or choose another directory with --data-dir.`,
      { cause },
    );
  }
  try {
    const state = parse(text);
    // A relative location belongs to the data directory, so that the directory may be moved.
    if (state) return { ...state, location: path.resolve(dataDir, state.location) };
  } catch {
    // Reported below, together with well-formed JSON of the wrong shape.
  }
  throw new EmbeddedPostgresError(
    `${file} is damaged. Restore it from a backup: it holds the database's password and place.`,
  );
}

/** Writes the state readable by its owner only, all or nothing. */
export async function writeState({ dataDir, state }: { dataDir: string; state: EmbeddedState }): Promise<void> {
  const relative = path.relative(dataDir, state.location);
  const location = relative.startsWith("..") ? state.location : relative;
  const staging = `${fileOf(dataDir)}.${randomBytes(4).toString("hex")}`;
  await writeFile(staging, `${JSON.stringify({ location, password: state.password }, null, 2)}\n`, { mode: 0o600 });
  await rename(staging, fileOf(dataDir));
}
