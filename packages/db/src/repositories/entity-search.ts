import type { EntityKind } from "@assay/contract";
import { type EntitySearch, type EntitySearchRow, searchEntities } from "../sql/entities/search-entities.ts";
import type { Store } from "../store.ts";

export type { EntitySearch } from "../sql/entities/search-entities.ts";

export interface FoundEntity {
  /** A uuid; of a model version `<model uuid>/<number>`. */
  id: string;
  /** Where a cursor after this row continues. */
  sortKeys: (string | number)[];
}

/** One page of ids in order; the kind's own repository loads the rows. */
export async function search<Kind extends EntityKind>(
  store: Store,
  kind: Kind,
  query: EntitySearch<Kind>,
): Promise<FoundEntity[]> {
  const { statement, values } = searchEntities(kind, query);
  const rows = await store.query<EntitySearchRow>(statement, values);
  return rows.map((row) => ({ id: row.id, sortKeys: row.sort_keys }));
}
