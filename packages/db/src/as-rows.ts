/** Each statement's file states the row shape its SQL returns; this is the one place that takes its word. */
export function asRows<Row>(rows: unknown): Row[] {
  return Array.isArray(rows) ? rows : [];
}
