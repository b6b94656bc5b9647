/**
 * A response body as MLflow writes it: NaN and infinities by name, since JSON has no word for them; fields that are
 * not set, and empty lists, left out. Integers are plain numbers: what is beyond 2^53 is never stored. The body is used
 * up: what JSON cannot say is changed in it, which is quicker than a function that JSON.stringify asks for every field.
 */
export function writeJson(body: object): string {
  makeSayable(body as Record<string, unknown>);
  return JSON.stringify(body);
}

function makeSayable(fields: Record<string, unknown>): void {
  for (const key in fields) {
    const value = fields[key];
    const said = sayable(value);
    if (said !== value) fields[key] = said;
  }
}

function sayable(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object") return value;
  if (value === null) return undefined;
  if (!Array.isArray(value)) makeSayable(value as Record<string, unknown>);
  else if (value.length === 0) return undefined;
  else value.forEach(makeItemSayable);
  return value;
}

function makeItemSayable(item: unknown, at: number, items: unknown[]): void {
  const said = sayable(item);
  if (said !== item) items[at] = said;
}

/** A step as the int64 the protocol has; Assay's own steps may be fractions. */
export const toInt64 = (value: number): number => Math.trunc(value);
