function valueText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** An audit event's details on one line: `from 6, to 7`. */
export function detailText(details: Record<string, unknown>): string {
  return Object.entries(details)
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(", ");
}
