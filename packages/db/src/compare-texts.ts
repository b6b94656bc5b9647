/** Order of two texts by their code units, whatever the database's collation. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
