/** A run filter for exactly these runs. */
export function idFilter(runIds: readonly string[]): string {
  return `id IN (${runIds.map((id) => `'${id}'`).join(", ")})`;
}
