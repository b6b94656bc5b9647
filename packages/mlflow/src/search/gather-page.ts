import type { Page } from "@assay/contract";

/** How much one query of a verb answers at most. */
const CHUNK = 500;

/**
 * Collects up to `limit` items by asking for pages in turn: clients of this protocol may ask for tens of thousands at
 * once, the verbs answer in bounded pages.
 */
export async function gatherPage<Item>(
  limit: number,
  cursor: string | undefined,
  page: (cursor: string | undefined, limit: number) => Promise<Page<Item>>,
): Promise<Page<Item>> {
  const items: Item[] = [];
  let next = cursor;
  do {
    const found = await page(next, Math.min(CHUNK, limit - items.length));
    items.push(...found.items);
    if (found.nextCursor === null) return { items, nextCursor: null };
    next = found.nextCursor;
  } while (items.length < limit);
  return { items, nextCursor: next };
}
