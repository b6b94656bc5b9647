/**
 * A response body as MLflow writes it: NaN and infinities by name, since JSON has no word for them; fields that are
 * not set, and empty lists, left out. Integers are plain numbers: what is beyond 2^53 is never stored.
 */
export function writeJson(body: object): string {
  return JSON.stringify(body, (_key, value: unknown) => {
    if (typeof value === "number" && !Number.isFinite(value)) return String(value);
    if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
    return value;
  });
}

/** A step as the int64 the protocol has; Assay's own steps may be fractions. */
export const toInt64 = (value: number): number => Math.trunc(value);
