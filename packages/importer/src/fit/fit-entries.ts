import { firstCharacters, isWithin, StoredKey } from "@assay/contract";
import type { SourceEntry } from "../source/mlflow-source.ts";
import type { Notes } from "./notes.ts";

/** Texts under keys as they may be stored here. */
export function fitEntries(
  entries: readonly SourceEntry[],
  { what, maxLength, notes }: { what: string; maxLength: number; notes: Notes },
): Record<string, string> {
  const fitted: [string, string][] = [];
  for (const { key, value } of entries) {
    const parsed = StoredKey.safeParse(key);
    if (parsed.success) fitted.push([parsed.data, fitText(value, { what, maxLength, notes, detail: key })]);
    else notes.missing(what, parsed.error.issues[0]?.message ?? "its key cannot be kept", JSON.stringify(key));
  }
  return Object.fromEntries(fitted);
}

interface TextRule {
  what: string;
  maxLength: number;
  notes: Notes;
  detail?: string;
}

/** A text as it may be stored here: without NUL and halves of characters, and no longer than that. */
export function fitText(text: string, { what, maxLength, notes, detail = "" }: TextRule): string {
  const kept = text.replaceAll("\0", "\uFFFD").toWellFormed();
  if (kept !== text) notes.changed(what, "characters that no database keeps are replaced by \uFFFD", detail);
  if (isWithin(kept, maxLength)) return kept;
  notes.changed(what, `longer than ${maxLength} characters, and cut there`, detail);
  return firstCharacters(kept, maxLength);
}
