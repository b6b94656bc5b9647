/** A run filter for names that contain the text; empty for no text. Quotes are doubled, `%` and `_` stay wild. */
export function nameFilter(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" ? "" : `name ILIKE '%${trimmed.replaceAll("'", "''")}%'`;
}
