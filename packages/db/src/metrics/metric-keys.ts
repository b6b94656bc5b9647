import type { ProjectId } from "@assay/contract";
import type { Db } from "../db.ts";
import { findKeyNames, findKeys, insertKeys, type KeyRow } from "../sql/metrics/ensure-keys.ts";

const MAX_CACHED = 200_000;

type KeyIds = Map<string, number>;

/** Key names to ids. Ids never change, so they are kept in the process; `ensure` adds names that are new. */
export class MetricKeys {
  private readonly db: Db;
  private readonly idsOf = new Map<ProjectId, KeyIds>();
  private readonly nameOf = new Map<number, string>();

  constructor(db: Db) {
    this.db = db;
  }

  /** Ids of the names that exist. */
  async find(projectId: ProjectId, names: readonly string[]): Promise<Map<string, number>> {
    const known = await this.load(projectId, names);
    const found = new Map<string, number>();
    for (const name of names) {
      const id = known.get(name);
      if (id !== undefined) found.set(name, id);
    }
    return found;
  }

  /**
   * The ids of these names, in their order. New ones are committed on their own, so that no later rollback can unmake
   * a cached id; `beforeNew` may refuse them.
   */
  async ensure(
    projectId: ProjectId,
    names: readonly string[],
    beforeNew?: () => Promise<void>,
  ): Promise<readonly number[]> {
    const cached = this.idsOf.get(projectId);
    const ids = cached === undefined ? null : idsFrom(cached, names);
    if (ids !== null) return ids;
    const stored = await this.load(projectId, names);
    const added = names.filter((name) => !stored.has(name));
    if (added.length > 0) {
      await beforeNew?.();
      await this.db.query(insertKeys, [projectId, added]);
    }
    const all = idsFrom(added.length === 0 ? stored : await this.load(projectId, names), names);
    if (all === null) throw new Error("a metric key has no id");
    return all;
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

  /** All that is known of a project's keys, once what is stored of these names is. */
  private async load(projectId: ProjectId, names: readonly string[]): Promise<KeyIds> {
    const known = this.idsOf.get(projectId) ?? new Map<string, number>();
    const missing = names.filter((name) => !known.has(name));
    if (missing.length === 0) return known;
    const rows = await this.db.query<KeyRow>(findKeys, [projectId, missing]);
    const grown = this.remember(projectId, rows);
    // Whoever came between may have emptied the cache: what was known here still is.
    for (const name of names) {
      const id = known.get(name);
      if (id !== undefined) grown.set(name, id);
    }
    return grown;
  }

  private remember(projectId: ProjectId, rows: readonly KeyRow[]): KeyIds {
    if (this.nameOf.size + rows.length > MAX_CACHED) {
      this.idsOf.clear();
      this.nameOf.clear();
    }
    const ids = this.idsOf.get(projectId) ?? new Map<string, number>();
    this.idsOf.set(projectId, ids);
    for (const row of rows) {
      ids.set(row.name, row.id);
      this.nameOf.set(row.id, row.name);
    }
    return ids;
  }
}

/** Null when one of them is not known. */
function idsFrom(known: ReadonlyMap<string, number>, names: readonly string[]): number[] | null {
  const ids: number[] = [];
  for (const name of names) {
    const id = known.get(name);
    if (id === undefined) return null;
    ids.push(id);
  }
  return ids;
}
