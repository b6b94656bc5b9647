/** Entries as a map; a later one replaces an earlier one of its key. Keys such as __proto__ are ordinary data. */
export function toRecord(entries: readonly { key: string; value: string }[]): Record<string, string> {
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}
