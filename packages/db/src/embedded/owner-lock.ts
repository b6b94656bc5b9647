import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { errorCode } from "./error-code.ts";
import { DataDirectoryInUseError } from "./errors.ts";
import { startToken } from "./process-identity.ts";

const ATTEMPTS = 5;

function holderOf(text: string): number | undefined {
  const [pid, token] = text.trim().split(" ");
  return token !== undefined && startToken(Number(pid)) === token ? Number(pid) : undefined;
}

/** Takes a dead owner's file away; puts it back if it turns out that a faster process has just renewed it. */
async function removeStale({ file, seen }: { file: string; seen: string }): Promise<void> {
  const aside = `${file}.${randomBytes(4).toString("hex")}`;
  await rename(file, aside).catch(() => undefined);
  const taken = await readFile(aside, "utf8").catch(() => seen);
  if (taken !== seen) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * Marks this process as the one that runs the cluster, so that a second start neither shares nor stops a live one.
 * The mark of a process that was killed is taken over.
 * @returns a function that removes the mark.
 * @throws DataDirectoryInUseError while its owner lives.
 */
export async function takeOwnership({
  location,
  dataDir,
}: {
  location: string;
  dataDir: string;
}): Promise<() => Promise<void>> {
  const file = path.join(location, "owner");
  const mine = `${process.pid} ${startToken(process.pid) ?? "0"} ${randomBytes(4).toString("hex")}\n`;
  let ownerPid = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      await writeFile(file, mine, { flag: "wx", mode: 0o644 });
      return () => rm(file, { force: true });
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
    const seen = await readFile(file, "utf8").catch(() => "");
    ownerPid = holderOf(seen) ?? 0;
    if (ownerPid !== 0) break;
    await removeStale({ file, seen });
  }
  throw new DataDirectoryInUseError({ dataDir, ownerPid });
}
