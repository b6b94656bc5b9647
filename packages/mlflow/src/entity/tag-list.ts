/** A map as the `{key, value}` pairs the protocol has for tags and params. */
export function tagList(values: Record<string, string>): { key: string; value: string }[] {
  return Object.entries(values).map(([key, value]) => ({ key, value }));
}
