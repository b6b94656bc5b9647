import { z } from "zod";
import { Name, Slug, storedText } from "./text.ts";

/** A named URL state with an owner. */
export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  screen: z.string(),
  state: z.string(),
  owner: z.string(),
  isMine: z.boolean(),
  updatedAtMs: z.number(),
});
export type SavedView = z.infer<typeof SavedView>;

export const SaveViewInput = z.strictObject({
  workspace: Slug,
  project: Slug,
  name: Name,
  screen: storedText(100).min(1),
  /** The query string of the screen, without the question mark. */
  state: storedText(20_000),
});
export type SaveViewInput = z.infer<typeof SaveViewInput>;
