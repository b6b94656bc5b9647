import { randomBytes } from "node:crypto";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BlockWriter } from "./block-writer.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "assay-blocks-"));
});
afterAll(() => rm(folder, { recursive: true }));

const BLOCK = 256 * 1024;

it.each([
  [[]],
  [[1]],
  [[BLOCK]],
  [[BLOCK - 1, 1, 1]],
  [[BLOCK + 1, BLOCK - 1]],
  [[3 * BLOCK + 7]],
  [[65_536, 65_536, 0, 999_999, 2 * BLOCK, 5]],
])("writes pieces of %j bytes one behind the other", async (lengths) => {
  const pieces = lengths.map((length) => randomBytes(length));
  const file = path.join(folder, "file");
  const handle = await open(file, "w");
  const writer = new BlockWriter(handle);
  for (const piece of pieces) await writer.add(piece);
  await writer.finish();
  await handle.close();
  expect((await readFile(file)).equals(Buffer.concat(pieces))).toBe(true);
});

it("tells of a block that could not be written", async () => {
  const handle = await open(path.join(folder, "file"), "r");
  const writer = new BlockWriter(handle);
  await expect(
    (async () => {
      for (let at = 0; at < 3; at += 1) await writer.add(randomBytes(BLOCK));
      await writer.finish();
    })(),
  ).rejects.toThrow("EBADF");
  await handle.close();
});
