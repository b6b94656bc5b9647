import { Sha256 } from "@assay/contract";
import { expect, it } from "vitest";
import { listFolder } from "./list-folder.ts";

const sha256 = Sha256.parse("a".repeat(64));
const file = (path: string, sizeBytes: number) => ({
  path,
  sizeBytes,
  sha256,
  contentType: "text/plain",
  createdAtMs: 0,
});
const files = [file("b.txt", 1), file("a/x.txt", 2), file("a/deep/y.txt", 3), file("ab.txt", 4)];

it("lists what lies directly in a folder, folders first and with the size of all they hold", () => {
  expect(listFolder(files, "").map(({ name, isFolder, sizeBytes }) => [name, isFolder, sizeBytes])).toEqual([
    ["a", true, 5],
    ["ab.txt", false, 4],
    ["b.txt", false, 1],
  ]);
});

it("does not take a name that merely begins alike for the folder", () => {
  expect(listFolder(files, "a").map(({ path }) => path)).toEqual(["a/deep", "a/x.txt"]);
});

it("finds nothing in a folder that is not there", () => {
  expect(listFolder(files, "c")).toEqual([]);
});
