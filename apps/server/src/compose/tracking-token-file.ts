import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const fileIn = (dataDir: string): string => path.join(dataDir, "tracking-token");

/** The API token that the first start made for scripts, kept so that later starts can print it again. */
export async function readTrackingToken(dataDir: string): Promise<string | null> {
  return readFile(fileIn(dataDir), "utf8").then(
    (text) => text.trim(),
    () => null,
  );
}

export async function keepTrackingToken(dataDir: string, token: string): Promise<void> {
  await writeFile(fileIn(dataDir), `${token}\n`, { mode: 0o600 });
}
