import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const mount = (args: readonly string[]): boolean =>
  spawnSync(args[0] ?? "", args.slice(1), { stdio: "ignore" }).status === 0;

/** A file system of its own with room for so many megabytes. Only root may mount one. */
export class SmallDisk {
  readonly path: string;

  private constructor(directory: string) {
    this.path = directory;
  }

  /** Null where this process may not mount. */
  static open(megabytes: number): SmallDisk | null {
    const directory = mkdtempSync(path.join(tmpdir(), "assay-small-"));
    if (mount(["mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=711`, "tmpfs", directory])) {
      return new SmallDisk(directory);
    }
    rmdirSync(directory);
    return null;
  }

  /** Takes room away, to be given back by `giveBack`. */
  async occupy(megabytes: number): Promise<void> {
    await writeFile(this.ballast, Buffer.alloc(megabytes * 1024 * 1024));
  }

  async giveBack(): Promise<void> {
    await rm(this.ballast);
  }

  close(): void {
    mount(["umount", this.path]);
    rmdirSync(this.path);
  }

  private get ballast(): string {
    return path.join(this.path, "ballast");
  }
}
