/** The columns whose values are asked of the server; a run's attributes come with every row. */
export function valueColumns(columns: readonly string[]): string[] {
  return columns.filter((column) => /^(metrics|params|tags)\./.test(column));
}
