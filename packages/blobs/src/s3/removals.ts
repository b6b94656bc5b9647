import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Sha256 } from "@assay/contract";
import { blobKey, removalsOf } from "./s3-keys.ts";
import type { FoundObject, ListedObject } from "./s3-objects.ts";

/** What puts and removals ask of a bucket: each answer tells of all that was answered before it was asked. */
export interface RemovalObjects {
  put(key: string, body: Uint8Array): Promise<void>;
  head(key: string): Promise<FoundObject | null>;
  delete(key: string, options?: { withinMs?: number }): Promise<void>;
  list(folder: string): AsyncIterable<ListedObject>;
}

export interface RemovalTime {
  /** Never goes back. */
  nowMs(): number;
  pause(ms: number): Promise<void>;
}

/** A removal that has not sent its last request by then gives up. */
const REMOVAL_DECIDES_WITHIN_MS = 20_000;
/** After which that request itself is given up. */
const DELETION_WITHIN_MS = 20_000;
/** A put that has seen a removal for this long takes it for dead. */
const DEAD_AFTER_MS = 60_000;
const LOOK_AGAIN_MS = 200;
/** The time of an object is told in whole seconds. */
const SECOND_MS = 1_000;

const SYSTEM_TIME: RemovalTime = { nowMs: () => performance.now(), pause: (ms) => delay(ms) };

/**
 * Removes old blobs of a bucket without ever removing one that is put again at the same time. A bucket has no step that
 * looks at an object's time and deletes it at once, nor one that takes it aside.
 *
 * A removal announces itself by a mark of its own, and only then looks at the time and deletes. A put writes, and then
 * looks for marks first and for its object second. With no mark seen after the write, every removal that may have seen
 * the old time has either not announced itself, and will see the new time, or is over, and what it deleted is missing
 * now. With a mark seen, the put waits until it is gone and writes again. ADR 0012 has the whole argument.
 */
export class Removals {
  private readonly objects: RemovalObjects;
  private readonly time: RemovalTime;

  constructor(objects: RemovalObjects, time: RemovalTime = SYSTEM_TIME) {
    this.objects = objects;
    this.time = time;
  }

  /** Writes a blob with `write`, again and again until no removal can take it; so its bytes must be at hand until then. */
  async publish(sha256: Sha256, write: () => Promise<void>): Promise<void> {
    for (;;) {
      await write();
      const marks = await this.marksOf(sha256);
      if (marks.length > 0) await this.outwait(sha256, marks);
      else if ((await this.objects.head(blobKey(sha256))) !== null) return;
    }
  }

  /** Removes a blob that was last written before a moment; false when it was not. */
  async remove(sha256: Sha256, writtenBefore: Date): Promise<boolean> {
    const startedAtMs = this.time.nowMs();
    const mark = `${removalsOf(sha256)}${randomUUID()}`;
    await this.objects.put(mark, new Uint8Array());
    const isRemoved = await this.removeMarked(sha256, writtenBefore, startedAtMs);
    // Not when something failed: a deletion without an answer may still be on its way.
    await this.objects.delete(mark);
    return isRemoved;
  }

  private async removeMarked(sha256: Sha256, writtenBefore: Date, startedAtMs: number): Promise<boolean> {
    const found = await this.objects.head(blobKey(sha256));
    if (found === null) return true;
    if (found.modifiedAt.getTime() + SECOND_MS > writtenBefore.getTime()) return false;
    if (this.time.nowMs() - startedAtMs > REMOVAL_DECIDES_WITHIN_MS) return false;
    await this.objects.delete(blobKey(sha256), { withinMs: DELETION_WITHIN_MS });
    return true;
  }

  /** Waits until removals are over, or have been seen for so long that whoever began them must be dead. */
  private async outwait(sha256: Sha256, marks: readonly string[]): Promise<void> {
    const sinceMs = this.time.nowMs();
    for (let left = marks; left.length > 0; ) {
      if (this.time.nowMs() - sinceMs > DEAD_AFTER_MS) {
        for (const mark of left) await this.objects.delete(mark);
        return;
      }
      await this.time.pause(LOOK_AGAIN_MS);
      const now = new Set(await this.marksOf(sha256));
      left = left.filter((mark) => now.has(mark));
    }
  }

  private async marksOf(sha256: Sha256): Promise<string[]> {
    const marks: string[] = [];
    for await (const { key } of this.objects.list(removalsOf(sha256))) marks.push(key);
    return marks;
  }
}
