import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import type { SourceEntry } from "../source/mlflow-source.ts";
import { Meta } from "./read-yaml.ts";

/** The folder of a FileStore. Links in it are not followed: its files are plain. */
export class StoreFolder {
  readonly root: string;

  constructor(root: string) {
    this.root = path.resolve(root);
  }

  /** Names of the folders in one, in order; none when it is not there. */
  folders(...parts: string[]): Promise<string[]> {
    return this.list(parts, (entry) => entry.isDirectory());
  }

  async meta(...parts: string[]): Promise<Meta | null> {
    const names = await this.list(parts, (entry) => entry.isFile() && entry.name === "meta.yaml");
    return names.length === 0 ? null : new Meta(await readFile(this.place(...parts, "meta.yaml"), "utf8"));
  }

  /** The files below a folder, by their path in it: a key with a slash is a file in a folder. */
  async keys(...parts: string[]): Promise<string[]> {
    const files = await this.list(parts, (entry) => entry.isFile());
    const below: string[] = [];
    for (const folder of await this.folders(...parts)) {
      for (const key of await this.keys(...parts, folder)) below.push(`${folder}/${key}`);
    }
    return [...files, ...below];
  }

  /** Files whose names are keys and whose whole texts are values. */
  async entries(...parts: string[]): Promise<SourceEntry[]> {
    const entries: SourceEntry[] = [];
    for (const key of await this.keys(...parts)) {
      entries.push({ key, value: await readFile(this.place(...parts, key), "utf8") });
    }
    return entries;
  }

  /** The lines of a file that hold something. */
  async *lines(...parts: string[]): AsyncGenerator<string> {
    const input = createReadStream(this.place(...parts), "utf8");
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() !== "") yield line.trim();
    }
  }

  place(...parts: string[]): string {
    return path.join(this.root, ...parts);
  }

  private async list(
    parts: readonly string[],
    isWanted: (entry: { name: string; isFile(): boolean; isDirectory(): boolean }) => boolean,
  ): Promise<string[]> {
    const entries = await readdir(this.place(...parts), { withFileTypes: true }).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
      throw error;
    });
    return entries
      .filter(isWanted)
      .map(({ name }) => name)
      .sort();
  }
}
