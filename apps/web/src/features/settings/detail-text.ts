function valueText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** An audit event's details on one line, without what is empty: `fromVersion 6, toVersion 7`. */
export function detailText(details: Record<string, unknown>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== "" && value !== null)
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(", ");
}
