import type { Store } from "@assay/db";
import { LRUCache } from "lru-cache";

interface Entry<Value> {
  version: bigint;
  value: Value;
}

/** Values that hold as long as the version they were loaded at is the current one. Refusals (null) are not kept. */
export class VersionedCache<Value> {
  private readonly db: Store;
  private readonly entries: LRUCache<string, Entry<Value>>;

  constructor(db: Store, max: number) {
    this.db = db;
    this.entries = new LRUCache({ max });
  }

  /** `load` starts after `version` was read, so what it sees is of that version or later. */
  async find(version: Promise<bigint>, key: string, load: (db: Store) => Promise<Value | null>): Promise<Value | null> {
    const current = await version;
    const known = this.entries.get(key);
    if (known?.version === current) return known.value;
    const value = await load(this.db);
    if (value !== null) this.entries.set(key, { version: current, value });
    return value;
  }
}
