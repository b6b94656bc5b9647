import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BlobStore, openDiskBlobStore, openS3BlobStore, type S3Settings, type StoredBlob } from "@assay/blobs";
import { Sha256 } from "@assay/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PYTHON } from "../support/python.ts";
import { type S3Server, startS3Server } from "../support/s3-server.ts";
import { waitFor } from "../support/wait-for.ts";
import { itWithPython } from "./python-client.ts";

const MIB = 1024 ** 2;
/** The smallest that S3 takes, so that a few megabytes go through everything that gigabytes do. */
const SIZES = { partBytes: 5 * MIB, copiedAtOnceBytes: 6 * MIB, copiedPartBytes: 5 * MIB };

interface OpenStore {
  store: BlobStore;
  /** The names of everything that lies there. */
  names(): Promise<string[]>;
  /** Puts something there behind the store's back, as a kill leaves it. */
  leave(name: string): Promise<void>;
}

let server: S3Server | undefined;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "assay-blobs-"));
  if (PYTHON !== "") server = await startS3Server(PYTHON);
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function openDisk(name: string): Promise<OpenStore> {
  const root = path.join(folder, name);
  return {
    store: await openDiskBlobStore(root),
    names: async () => {
      const found = await readdir(root, { recursive: true, withFileTypes: true });
      return found.filter((one) => one.isFile()).map((one) => path.relative(root, path.join(one.parentPath, one.name)));
    },
    leave: (file) => writeFile(path.join(root, file), "half"),
  };
}

/** A bucket of its own for each test: what lies in it is asked of the server without a client of ours. */
async function openS3(name: string): Promise<OpenStore> {
  if (server === undefined) throw new Error("there is no S3 server");
  const settings: S3Settings = await server.newBucket(name);
  const { url } = server;
  const onError = (error: unknown): void => expect.fail(String(error));
  return {
    store: await openS3BlobStore(settings, { onError, sizes: SIZES }),
    names: async () => {
      const listing = async (query: string) => (await fetch(`${url}/${name}?${query}`)).text();
      const keys = [...(await listing("list-type=2")).matchAll(/<Key>assay\/([^<]*)<\/Key>/g)].map(
        ([, key]) => key ?? "",
      );
      const uploads = [...(await listing("uploads")).matchAll(/<UploadId>/g)].map(() => "an upload in parts");
      return [...keys, ...uploads];
    },
    leave: async (key) => {
      await fetch(`${url}/${name}/assay/${key}`, { method: "PUT", body: "half" });
    },
  };
}

const stores = [
  { kind: "disk", test: it, open: openDisk },
  { kind: "S3", test: itWithPython, open: openS3 },
];

const digestOf = (content: Uint8Array): Sha256 => Sha256.parse(createHash("sha256").update(content).digest("hex"));
const nameOf = (content: Uint8Array): string => `sha256/${digestOf(content).slice(0, 2)}/${digestOf(content)}`;

async function* inChunks(content: Uint8Array, chunkBytes = 100_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.byteLength; at += chunkBytes) yield content.subarray(at, at + chunkBytes);
}

/** Sends a part of something and then fails as a client does that hangs up. */
async function* hangingUp(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* inChunks(content);
  throw new Error("hung up");
}

async function readAll(store: BlobStore, sha256: Sha256, range?: { start: number; end: number }): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await store.open(sha256, range)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function listAll(store: BlobStore): Promise<StoredBlob[]> {
  const listed: StoredBlob[] = [];
  for await (const blob of store.list()) listed.push(blob);
  return listed;
}

const later = (ms = 5_000): Date => new Date(Date.now() + ms);

describe.each(stores)("a blob store on $kind", ({ test, open }) => {
  test.each([0, 1, 5 * MIB - 1, 5 * MIB, 5 * MIB + 1, 10 * MIB, 13 * MIB])(
    "keeps %i bytes by their content",
    async (size) => {
      const { store, names } = await open(`of-size-${size}`);
      const content = randomBytes(size);
      expect(await store.put(inChunks(content))).toEqual({ sha256: digestOf(content), sizeBytes: size });
      expect(digestOf(await readAll(store, digestOf(content)))).toBe(digestOf(content));
      expect(await names()).toEqual([nameOf(content)]);
    },
  );

  test("takes chunks of any size", async () => {
    const { store } = await open("of-chunks");
    const content = randomBytes(11 * MIB);
    for (const chunkBytes of [1_000, 4 * MIB, 5 * MIB, 11 * MIB]) {
      expect(await store.put(inChunks(content, chunkBytes))).toMatchObject({ sha256: digestOf(content) });
    }
    expect(digestOf(await readAll(store, digestOf(content)))).toBe(digestOf(content));
  });

  test("reads ranges", async () => {
    const { store } = await open("of-ranges");
    const content = randomBytes(300_000);
    await store.put(inChunks(content));
    const range = { start: 100_001, end: 200_000 };
    expect((await readAll(store, digestOf(content), range)).equals(content.subarray(100_001, 200_001))).toBe(true);
  });

  test("says what is not there", async () => {
    const { store } = await open("of-nothing");
    const missing = digestOf(Buffer.from("never put"));
    expect(await store.has(missing)).toBe(false);
    await expect(store.open(missing)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await store.remove(missing, later())).toBe(true);
    expect(await listAll(store)).toEqual([]);
  });

  test.each([1_000, 12 * MIB])("leaves nothing of %i bytes whose put fails or is refused", async (size) => {
    const { store, names } = await open(`of-refusals-${size}`);
    const content = randomBytes(size);
    await expect(store.put(hangingUp(content))).rejects.toThrow("hung up");
    await expect(store.put(inChunks(content), { maxBytes: size - 1 })).rejects.toMatchObject({
      code: "PAYLOAD_TOO_LARGE",
    });
    const expectedSha256 = digestOf(Buffer.from("others"));
    await expect(store.put(inChunks(content), { expectedSha256 })).rejects.toMatchObject({ code: "DIGEST_MISMATCH" });
    expect(await names()).toEqual([]);
    expect(await store.put(inChunks(content), { maxBytes: size, expectedSha256: digestOf(content) })).toMatchObject({
      sizeBytes: size,
    });
  });

  test("closes what it no longer reads from", async () => {
    const { store } = await open("of-closing");
    let isClosed = false;
    async function* watched(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield randomBytes(MIB);
      } finally {
        isClosed = true;
      }
    }
    await expect(store.put(watched(), { maxBytes: 12 * MIB })).rejects.toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
    expect(isClosed).toBe(true);
  });

  test("lists everything, page by page", async () => {
    const { store } = await open("of-pages");
    const contents = Array.from({ length: 1_050 }, (_, at) => Buffer.from(`number ${at}`));
    for (let at = 0; at < contents.length; at += 50) {
      await Promise.all(contents.slice(at, at + 50).map((content) => store.put(inChunks(content))));
    }
    const listed = await listAll(store);
    expect(new Set(listed.map(({ sha256 }) => sha256))).toEqual(new Set(contents.map(digestOf)));
    const one = contents[7] ?? Buffer.alloc(0);
    expect(listed).toContainEqual({ sha256: digestOf(one), sizeBytes: one.byteLength });
  });

  test("removes what was last put before a moment, and nothing that was put since", async () => {
    const { store, names } = await open("of-removals");
    const content = randomBytes(1_000);
    await store.put(inChunks(content));
    expect(await store.remove(digestOf(content), new Date(Date.now() - 5_000))).toBe(false);
    expect(await store.has(digestOf(content))).toBe(true);
    expect(await store.remove(digestOf(content), later())).toBe(true);
    expect(await store.remove(digestOf(content), later())).toBe(true);
    expect(await names()).toEqual([]);
  });

  test("is swept of what was cut short, and of nothing else", async () => {
    const { store, names, leave } = await open("of-sweeps");
    const content = randomBytes(1_000);
    await store.put(inChunks(content));
    await leave("incoming/left");
    await store.sweep(new Date(Date.now() - 5_000));
    expect(await names()).toHaveLength(2);
    await store.sweep(later());
    expect(await names()).toEqual([nameOf(content)]);
  });

  test("loses nothing that is put while it is being removed", async () => {
    const { store, names } = await open("of-races");
    const contents = Array.from({ length: 12 }, (_, at) => randomBytes(at < 10 ? 1_000 : 7 * MIB));
    for (const content of contents) await store.put(inChunks(content));
    // A second later than everything above, and earlier than everything below; buckets tell times in seconds.
    const longAgo = new Date(Date.now() + 1_000);
    await waitFor(() => Date.now() > longAgo.getTime() + 1_000);
    await Promise.all(
      contents.flatMap((content) => [
        store.remove(digestOf(content), longAgo),
        store.put(inChunks(content)),
        store.remove(digestOf(content), longAgo),
      ]),
    );
    for (const content of contents) expect(digestOf(await readAll(store, digestOf(content)))).toBe(digestOf(content));
    expect(await names()).toEqual(expect.arrayContaining(contents.map(nameOf)));
    expect(await names()).toHaveLength(contents.length);
  });
});

describe("a bucket", () => {
  itWithPython(
    "holds blobs under the names that the disk gives them, so that files can be moved as they are",
    async () => {
      const disk = await openDisk("to-move");
      const content = randomBytes(2_000);
      await disk.store.put(inChunks(content));
      const s3 = await openS3("moved-to");
      for (const name of await disk.names()) {
        await fetch(`${server?.url}/moved-to/assay/${name}`, {
          method: "PUT",
          body: new Uint8Array(await readFile(path.join(folder, "to-move", name))),
        });
      }
      expect(digestOf(await readAll(s3.store, digestOf(content)))).toBe(digestOf(content));
      expect(await listAll(s3.store)).toEqual([{ sha256: digestOf(content), sizeBytes: 2_000 }]);
    },
  );

  itWithPython("is swept of uploads and of the marks of removals that were cut short", async () => {
    const { store, names, leave } = await openS3("to-sweep");
    await leave(`removing/${digestOf(Buffer.from("removed"))}/left`);
    await store.sweep(new Date(Date.now() - 5_000));
    expect(await names()).toHaveLength(1);
    await store.direct?.begin();
    expect(await names()).toContain("an upload in parts");
    await store.sweep(later());
    expect(await names()).toEqual([]);
  });

  itWithPython("that cannot be used is told of in one sentence", async () => {
    const settings = await server?.newBucket("usable");
    if (settings === undefined) throw new Error("there is no S3 server");
    const start = (change: Partial<S3Settings>) =>
      openS3BlobStore({ ...settings, ...change }, { onError: () => undefined });
    await expect(start({ bucket: "nowhere" })).rejects.toThrow(
      /^The bucket nowhere \(ASSAY_S3_BUCKET\) at http:\S+ cannot be used: it does not exist$/,
    );
    await expect(start({ endpoint: "http://127.0.0.1:9" })).rejects.toThrow(
      /cannot be used: no answer \(.*ECONNREFUSED/,
    );
  });

  itWithPython("that does not answer makes a put that can be sent again", async () => {
    const own = await startS3Server(PYTHON);
    const errors: unknown[] = [];
    const store = await openS3BlobStore(await own.newBucket("gone"), { onError: (error) => errors.push(error) });
    await own.stop();
    await expect(store.put(inChunks(randomBytes(10)))).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(errors).toHaveLength(1);
  });
});
