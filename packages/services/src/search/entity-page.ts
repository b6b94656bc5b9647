import type { EntityFilter, EntityKind, EntityOrder, Page } from "@assay/contract";
import { entitySearch } from "@assay/db";
import type { ProjectContext } from "../context.ts";
import { decodeCursor, encodeCursor, queryFingerprint } from "../run/search-cursor.ts";

export interface EntityPageInput<Kind extends EntityKind> {
  filter: EntityFilter<Kind> | null;
  /** Ends in an attribute that is unique in the project, so that a cursor names one place. */
  orders: EntityOrder<Kind>[];
  cursor?: string | undefined;
  limit: number;
  lifecycle?: "active" | "archived" | "all";
  experimentNumbers?: readonly number[];
}

/** Ids of one page of a search and the cursor after it; the verb that calls this has asked permission. */
export async function entityPage<Kind extends EntityKind>(
  ctx: ProjectContext,
  kind: Kind,
  input: EntityPageInput<Kind>,
): Promise<Page<string>> {
  const { cursor, limit, ...selection } = input;
  const fingerprint = queryFingerprint({ kind, projectId: ctx.project.id, ...selection });
  const after = cursor === undefined ? null : decodeCursor(cursor, fingerprint);
  const query = { ...selection, projectId: ctx.project.id, after, limit: limit + 1 };
  const found = await entitySearch.search(ctx.db, kind, query);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { items: page.map((one) => one.id), nextCursor: hasMore ? encodeCursor(fingerprint, last.sortKeys) : null };
}
