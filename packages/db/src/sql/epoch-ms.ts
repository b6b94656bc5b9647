/** A moment, kept in whole milliseconds, as milliseconds since 1970. */
export const epochMs = (column: string): string => `round(date_part('epoch', ${column}) * 1000)`;
