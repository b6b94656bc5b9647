import type { ImportNote } from "@assay/contract";

/** What became of one thing that could not come as it was. */
export function importNote(verdict: ImportNote["verdict"], what: string, why: string, detail: string): ImportNote {
  return { verdict, what, why, detail, count: 1 };
}
