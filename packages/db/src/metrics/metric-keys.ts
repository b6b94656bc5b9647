import type { ProjectId } from "@assay/contract";
import type { Db } from "../db.ts";
import { findKeyNames, findKeys, insertKeys, type KeyRow } from "../sql/metrics/ensure-keys.ts";

const MAX_CACHED = 200_000;

/** Key names to ids. Ids never change, so they are kept in the process; `ensure` adds names that are new. */
export class MetricKeys {
  private readonly db: Db;
  private readonly cache = new Map<string, number>();
  private readonly nameOf = new Map<number, string>();

  constructor(db: Db) {
    this.db = db;
  }

  /** Ids of the names that exist. */
  async find(projectId: ProjectId, names: readonly string[]): Promise<Map<string, number>> {
    const missing = this.uncached(projectId, names);
    if (missing.length > 0) {
      const rows = await this.db.query<KeyRow>(findKeys, [projectId, missing]);
      this.remember(projectId, rows);
      return new Map([...this.cached(projectId, names), ...rows.map((row) => [row.name, row.id] as const)]);
    }
    return this.cached(projectId, names);
  }

  /**
   * Ids of all names. New ones are committed on their own, so that no later rollback can unmake a cached id;
   * `beforeNew` may refuse them.
   */
  async ensure(
    projectId: ProjectId,
    names: readonly string[],
    beforeNew?: () => Promise<void>,
  ): Promise<Map<string, number>> {
    const found = await this.find(projectId, names);
    const isNew = names.filter((name) => !found.has(name));
    if (isNew.length === 0) return found;
    await beforeNew?.();
    await this.db.query(insertKeys, [projectId, isNew]);
    return this.find(projectId, names);
  }

  /** Names of ids in the project. */
  async names(projectId: ProjectId, ids: ReadonlySet<number>): Promise<Map<number, string>> {
    const missing = [...ids].filter((id) => !this.nameOf.has(id));
    const found = new Map<number, string>();
    if (missing.length > 0) {
      const rows = await this.db.query<KeyRow>(findKeyNames, [projectId, missing]);
      for (const row of rows) found.set(row.id, row.name);
      this.remember(projectId, rows);
    }
    for (const id of ids) {
      const name = this.nameOf.get(id);
      if (name !== undefined) found.set(id, name);
    }
    return found;
  }

  private remember(projectId: ProjectId, rows: readonly KeyRow[]): void {
    if (this.cache.size + rows.length > MAX_CACHED) {
      this.cache.clear();
      this.nameOf.clear();
    }
    for (const row of rows) {
      this.cache.set(cacheKey(projectId, row.name), row.id);
      this.nameOf.set(row.id, row.name);
    }
  }

  private uncached(projectId: ProjectId, names: readonly string[]): string[] {
    return names.filter((name) => !this.cache.has(cacheKey(projectId, name)));
  }

  private cached(projectId: ProjectId, names: readonly string[]): Map<string, number> {
    const found = new Map<string, number>();
    for (const name of names) {
      const id = this.cache.get(cacheKey(projectId, name));
      if (id !== undefined) found.set(name, id);
    }
    return found;
  }
}

const cacheKey = (projectId: ProjectId, name: string): string => `${projectId}/${name}`;
