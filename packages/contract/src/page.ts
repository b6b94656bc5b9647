import { z } from "zod";
import { LIMITS } from "./limits.ts";

/** Keyset paging: pass `nextCursor` of one answer as `cursor` of the next request. */
export const PageInput = z.object({
  cursor: z.string().max(4_000).optional(),
  limit: z.number().int().min(1).max(LIMITS.pageSize).default(50),
});
export type PageInput = z.infer<typeof PageInput>;

/** One page of a list; `nextCursor` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
