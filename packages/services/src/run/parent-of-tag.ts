import { RunId, type RunRef } from "@assay/contract";
import type { SqlStore } from "@assay/db";
import type { ProjectContext } from "../context.ts";
import { runHere } from "./run-here.ts";

/**
 * The run of the project that a tag names as the parent of run `id`; null when it names none. Such a tag is a plain
 * tag: clients copy tags between servers, and a parent may be gone.
 */
export async function parentOfTag(tx: SqlStore, ctx: ProjectContext, id: RunId, text: string): Promise<RunRef | null> {
  const parent = RunId.safeParse(text);
  if (!parent.success || parent.data === id) return null;
  return runHere(tx, ctx, parent.data);
}
