/** The section a metric belongs to: what stands before its first slash; empty when there is none. */
export function keyPrefix(key: string): string {
  const slash = key.indexOf("/");
  return slash > 0 ? key.slice(0, slash) : "";
}
