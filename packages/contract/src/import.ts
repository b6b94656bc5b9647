import { z } from "zod";

/** What an import remembers one by one, so that it can go on where it stopped. */
export const ImportItemKind = z.enum(["experiment", "run", "loggedModel", "model", "version", "source"]);
export type ImportItemKind = z.infer<typeof ImportItemKind>;

export const ImportState = z.enum(["running", "finished", "failed"]);
export type ImportState = z.infer<typeof ImportState>;

/** Something of the source that came otherwise than it was, or not at all. */
export const ImportNote = z.object({
  verdict: z.enum(["changed", "missing"]),
  /** What it is about, as it is counted: `params`, `metric points`, `files` … */
  what: z.string(),
  why: z.string(),
  /** Which one, for a person to find it. */
  detail: z.string(),
  count: z.number().int(),
});
export type ImportNote = z.infer<typeof ImportNote>;

/** How many came, by what they are. */
export const ImportCounts = z.record(z.string(), z.number());
export type ImportCounts = z.infer<typeof ImportCounts>;

/** All notes that say the same, with some of their details. */
export const ImportFinding = z.object({
  what: z.string(),
  why: z.string(),
  count: z.number(),
  examples: z.array(z.string()),
});
export type ImportFinding = z.infer<typeof ImportFinding>;

/** How faithful an import was: everything that came over all its goes, what was changed and what could not come. */
export const ImportReport = z.object({
  source: z.string(),
  startedAtMs: z.number(),
  finishedAtMs: z.number(),
  came: ImportCounts,
  changed: z.array(ImportFinding),
  missing: z.array(ImportFinding),
});
export type ImportReport = z.infer<typeof ImportReport>;
