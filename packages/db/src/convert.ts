/** Takes the dashes out of a uuid that came from the database; the schema vouches for the id's kind. */
export function toId<Id extends string>(uuid: string): Id {
  return uuid.replaceAll("-", "") as Id;
}

/** Takes apart uuids that came from the database with commas in between. */
export function toIds<Id extends string>(uuids: string): Id[] {
  return uuids.replaceAll("-", "").split(",") as Id[];
}

export function toIdOrNull<Id extends string>(uuid: string | null): Id | null {
  return uuid === null ? null : toId<Id>(uuid);
}

export function toMs(date: Date): number {
  return date.getTime();
}

export function toMsOrNull(date: Date | null): number | null {
  return date === null ? null : date.getTime();
}

/** Bytes as lowercase hex, as a digest is shown. */
export function toHex<Digest extends string>(bytes: Uint8Array): Digest {
  return Buffer.from(bytes).toString("hex") as Digest;
}

export { hexBytes as fromHex } from "@assay/domain/digest";

/** Reads a JSON column that holds a flat map of texts. */
export function toTextMap(json: unknown): Record<string, string> {
  if (json === null || typeof json !== "object" || Array.isArray(json)) return {};
  return Object.fromEntries(
    Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** An array parameter as text, for `$1::float8[]` and the like: NaN, infinities and nulls survive every driver. */
export function arrayLiteral(values: readonly (string | number | bigint | boolean | null)[]): string {
  return `{${values.map((value) => (typeof value === "string" ? quoteElement(value) : String(value))).join(",")}}`;
}

/** The same of ids, which need no quotes. */
export const idArray = (ids: readonly string[]): string => `{${ids.join(",")}}`;

function quoteElement(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
