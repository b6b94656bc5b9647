import { keyPrefix } from "@assay/ui";

export interface ChartSection {
  prefix: string;
  keys: string[];
}

/** Keys that contain the text, by prefix; keys without one come first, system metrics last. */
export function chartSections(keys: readonly string[], contains: string): ChartSection[] {
  const wanted = contains.trim().toLowerCase();
  const sections = new Map<string, string[]>();
  for (const key of [...keys].sort((a, b) => a.localeCompare(b, "en", { numeric: true }))) {
    if (!key.toLowerCase().includes(wanted)) continue;
    const prefix = keyPrefix(key);
    sections.set(prefix, [...(sections.get(prefix) ?? []), key]);
  }
  const rank = (prefix: string) => (prefix === "" ? 0 : prefix === "system" ? 2 : 1);
  return [...sections]
    .map(([prefix, sectionKeys]) => ({ prefix, keys: sectionKeys }))
    .sort((a, b) => rank(a.prefix) - rank(b.prefix) || a.prefix.localeCompare(b.prefix, "en"));
}
