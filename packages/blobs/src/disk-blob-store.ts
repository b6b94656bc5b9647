import { randomUUID } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access, link, mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { DomainError, notFound, Sha256 } from "@assay/contract";
import type { BlobStore, PutOptions, StoredBlob } from "./blob-store.ts";
import { BlockWriter } from "./block-writer.ts";
import { ContentDigest } from "./content-digest.ts";

const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1_000;
/** What a removal has taken out of sight while it looks at it. */
const ASIDE = "removing-";
const REMOVAL_TAKES_MS = 60_000;
/** Read at once. */
const READ_BYTES = 512 * 1024;

/**
 * Keeps blobs as files `sha256/ab/<hex>` under `root`. A file gets its name only after its bytes are on disk
 * (write, fsync, rename, fsync of the folder), so that a name that exists always has its bytes.
 */
export async function openDiskBlobStore(root: string): Promise<BlobStore> {
  const incoming = path.join(root, "incoming");
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await makeFolders(path.join(root, "sha256"));
  const fileOf = (sha256: Sha256): string => path.join(root, "sha256", sha256.slice(0, 2), sha256);
  const asideOf = (sha256: Sha256): string => path.join(incoming, `${ASIDE}${sha256}`);
  const sweep = (before: Date): Promise<void> => sweepAbandoned(incoming, fileOf, before);
  await sweep(new Date(Date.now() - ABANDONED_AFTER_MS));

  return {
    async put(content, options = {}) {
      const temporary = path.join(incoming, randomUUID());
      try {
        const stored = await writeDurably(temporary, content, options);
        await publish(temporary, fileOf(stored.sha256));
        return stored;
      } catch (error) {
        await rm(temporary, { force: true });
        throw toDomainError(error);
      }
    },
    async open(sha256, range) {
      if (!(await exists(fileOf(sha256)))) throw notFound(`Blob ${sha256}`);
      return createReadStream(fileOf(sha256), { ...range, highWaterMark: READ_BYTES });
    },
    has: (sha256) => exists(fileOf(sha256)),
    list: () => listBlobs(path.join(root, "sha256")),
    remove: (sha256, putBefore) => removeOld(fileOf(sha256), asideOf(sha256), putBefore),
    sweep,
    direct: null,
  };
}

async function writeDurably(
  file: string,
  content: AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredBlob> {
  const handle = await open(file, "wx", 0o600);
  try {
    const digest = new ContentDigest(options);
    const writer = new BlockWriter(handle);
    try {
      for await (const chunk of content) {
        digest.add(chunk);
        await writer.add(chunk);
      }
    } finally {
      // Also before the file is closed because the content ended badly.
      await writer.finish();
    }
    const stored = digest.finish();
    await handle.sync();
    return stored;
  } finally {
    await handle.close();
  }
}

async function publish(temporary: string, file: string): Promise<void> {
  if (await touch(file)) {
    await rm(temporary);
    return;
  }
  await rename(temporary, file);
  await syncFolder(path.dirname(file));
}

/** The folders of all digests, on disk before the first file is put: a put then has one folder to sync. */
async function makeFolders(root: string): Promise<void> {
  for (let first = 0; first < 256; first += 1) {
    const folder = path.join(root, first.toString(16).padStart(2, "0"));
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
  await syncFolder(root);
  await syncFolder(path.dirname(root));
}

/** Notes that a file was put again; false when it is not there. */
async function touch(file: string): Promise<boolean> {
  const now = new Date();
  return utimes(file, now, now).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
}

/**
 * Takes a file out of sight before looking at its time: a put either finds it and its time is new, or does not find it
 * and brings its own bytes. A file that was put since goes back.
 */
async function removeOld(file: string, aside: string, putBefore: Date): Promise<boolean> {
  try {
    if ((await stat(file)).mtimeMs >= putBefore.getTime()) return false;
    await rename(file, aside);
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
  const isOld = (await stat(aside)).mtimeMs < putBefore.getTime();
  if (isOld) await rm(aside, { force: true });
  else await putBack(aside, file);
  return isOld;
}

/** Unless somebody has put the same bytes there meanwhile. */
async function putBack(aside: string, file: string): Promise<void> {
  await link(aside, file).catch((error: unknown) => {
    if (!hasCode(error, "EEXIST")) throw error;
  });
  await rm(aside, { force: true });
}

async function* listBlobs(folder: string): AsyncGenerator<StoredBlob> {
  for (const prefix of await readdir(folder)) {
    for (const name of await readdir(path.join(folder, prefix))) {
      const sha256 = Sha256.safeParse(name);
      if (!sha256.success) continue;
      const found = await stat(path.join(folder, prefix, name)).catch(() => null);
      if (found !== null) yield { sha256: sha256.data, sizeBytes: found.size };
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Removes what uploads left behind, and puts back what a removal that was killed had taken aside. */
async function sweepAbandoned(incoming: string, fileOf: (sha256: Sha256) => string, before: Date): Promise<void> {
  for (const name of await readdir(incoming)) {
    const file = path.join(incoming, name);
    const found = await stat(file).catch(() => null);
    if (found === null) continue;
    const { mtimeMs, ctimeMs } = found;
    if (name.startsWith(ASIDE)) {
      if (Date.now() - ctimeMs > REMOVAL_TAKES_MS) await putBack(file, fileOf(Sha256.parse(name.slice(ASIDE.length))));
    } else if (mtimeMs < before.getTime()) await rm(file, { force: true });
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

const isMissing = (error: unknown): boolean => hasCode(error, "ENOENT");

function toDomainError(error: unknown): unknown {
  if (!hasCode(error, "ENOSPC")) return error;
  return new DomainError("UNAVAILABLE", "The server's artifact disk is full; free space and send the file again");
}
