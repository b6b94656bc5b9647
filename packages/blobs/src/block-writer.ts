import type { FileHandle } from "node:fs/promises";

/** So large that a write costs little beside its bytes. */
const BLOCK_BYTES = 256 * 1024;

/** Writes a file from its start in large blocks: one is written while the next is gathered, in memory that is used again. */
export class BlockWriter {
  private readonly handle: FileHandle;
  private block = Buffer.allocUnsafe(BLOCK_BYTES);
  private spare = Buffer.allocUnsafe(BLOCK_BYTES);
  private filled = 0;
  private position = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  /** Resolves when more can be taken; what failed to be written is thrown here or by `finish`. */
  async add(chunk: Uint8Array): Promise<void> {
    for (let from = 0; from < chunk.byteLength; ) {
      const part = chunk.subarray(from, from + BLOCK_BYTES - this.filled);
      this.block.set(part, this.filled);
      this.filled += part.byteLength;
      from += part.byteLength;
      if (this.filled === BLOCK_BYTES) await this.flush();
    }
  }

  /** Resolves when all of it is written, which is not yet on disk. */
  async finish(): Promise<void> {
    await this.flush();
    await this.writing;
  }

  private async flush(): Promise<void> {
    await this.writing;
    const full = this.block.subarray(0, this.filled);
    this.writing = writeAll(this.handle, full, this.position);
    // Thrown where it is awaited next; nobody may await it when the content ends badly.
    this.writing.catch(() => undefined);
    this.position += this.filled;
    [this.block, this.spare] = [this.spare, this.block];
    this.filled = 0;
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.byteLength - at, position + at);
    at += bytesWritten;
  }
}
