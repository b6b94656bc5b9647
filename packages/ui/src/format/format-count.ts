const UNITS = [
  { size: 1e12, name: "T" },
  { size: 1e9, name: "G" },
  { size: 1e6, name: "M" },
] as const;

/** A count: `1,284`, and from a million on `2.4 M`. */
export function formatCount(count: number): string {
  for (const unit of UNITS) {
    if (count >= unit.size) return `${Number((count / unit.size).toPrecision(2))} ${unit.name}`;
  }
  return Math.round(count).toLocaleString("en-US");
}
